/* The vendored class, first version. */
#include <stdexcept>
#include <string>
#include <vector>

class Failure : public std::runtime_error {
public:
    explicit Failure(int code) : std::runtime_error("failure of one"), code_(code) {}
    std::string text() const { return std::string(what()) + " " + std::to_string(code_); }

private:
    int code_;
};

class Record {
public:
    explicit Record(int number) : number_(number) { made++; }
    virtual ~Record() = default;
    virtual std::string text() const { return "one:" + std::to_string(number_); }

    static Record &shared() {
        static Record record(vendored());
        return record;
    }

    static int made;
    inline static std::vector<std::string> names{"first"};
    inline static thread_local int depth = 1;

private:
    static int vendored() { return 11; }

    int number_;
};

Record *special(int number);
bool isSpecial(const Record *record);
const Record &at(const std::vector<Record> &records, int index);
void fail(int code);
std::string caught(void (*action)(int), int code);

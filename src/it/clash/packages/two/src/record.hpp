/* The vendored class, second version: other members, in another order, and other results. */
#include <stdexcept>
#include <string>
#include <vector>

class Failure : public std::runtime_error {
public:
    explicit Failure(int code) : std::runtime_error("two"), reason_("reason " + std::to_string(code)), doubled_(2.0 * code) {}
    std::string text() const { return reason_ + " of " + what() + " " + std::to_string(static_cast<int>(doubled_)); }

private:
    std::string reason_;
    double doubled_;
};

class Record {
public:
    explicit Record(int number) : padding_{}, label_("two " + std::to_string(number * 2)) { made += 1000; }
    virtual ~Record() = default;
    virtual std::string text() const { return label_ + (padding_[15] == 0 ? "" : " broken"); }

    static Record &shared() {
        static Record record(vendored());
        return record;
    }

    static int made;
    inline static std::vector<std::string> names{"second", "third"};
    inline static thread_local int depth = 2;

private:
    static int vendored() { return 22; }

    double padding_[16];
    std::string label_;
};

Record *special(int number);
bool isSpecial(const Record *record);
const Record &at(const std::vector<Record> &records, int index);
void fail(int code);
std::string caught(void (*action)(int), int code);

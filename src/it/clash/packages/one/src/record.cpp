#include "record.hpp"

namespace {
class Special : public Record {
public:
    using Record::Record;
    std::string text() const override { return "special " + Record::text(); }
};
}

int Record::made = 0;

Record *special(int number) {
    Record::depth++;
    return new Special(number);
}

bool isSpecial(const Record *record) {
    return dynamic_cast<const Special *>(record) != nullptr;
}

const Record &at(const std::vector<Record> &records, int index) {
    return records.at(index);
}

void fail(int code) {
    throw Failure(code);
}

std::string caught(void (*action)(int), int code) {
    try {
        action(code);
    } catch (const Failure &failure) {
        return "one caught " + failure.text();
    }
    return "nothing";
}

#include "vendored.h"

namespace vendored {
Error::~Error() {}
thread_local std::string thread_name = "thread of " + std::to_string(VERSION);
int helper_calls = 0;
}  // namespace vendored

extern "C" int helper(void) {
  vendored::helper_calls++;
  vendored::counter()++;
  if (VERSION == 2) throw vendored::Error("helper of 2");
  throw std::out_of_range("helper of 1");
}

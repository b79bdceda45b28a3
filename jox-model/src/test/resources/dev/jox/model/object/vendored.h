// A library that two packages have each taken a copy of, at different versions.
#pragma once
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace vendored {
struct Error : std::runtime_error {
  int version = VERSION;
  explicit Error(const std::string &what) : std::runtime_error(what) {}
  ~Error() override;
};
struct Shape {
  Shape() : version(VERSION) {}
  virtual ~Shape() {}
  virtual int area() const { return VERSION * 10; }
  int version;
};
template <class T> struct Registry {
  static std::vector<T> all;
  static int count;
};
template <class T> std::vector<T> Registry<T>::all;
template <class T> int Registry<T>::count = VERSION;

inline int &counter() {
  static int n = VERSION * 100;
  return n;
}
inline const std::string &greeting() {
  static const std::string text = std::string("version ") + std::to_string(VERSION);
  return text;
}
extern thread_local std::string thread_name;
extern int helper_calls;
}  // namespace vendored
extern "C" int helper(void);

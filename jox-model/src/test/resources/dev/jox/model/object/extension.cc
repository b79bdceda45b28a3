#include <cstdio>
#include <map>
#include "vendored.h"

// A copy of vendored's Shape with a base elsewhere: dynamic_cast and virtual calls go through both objects' tables.
struct Square : vendored::Shape {
  int area() const override { return vendored::Shape::area() + 1; }
};

#if defined(__ELF__)
__attribute__((section("hooks"), used)) static int hook = VERSION;
extern "C" int __start_hooks[], __stop_hooks[];
static long hooks() { return __stop_hooks - __start_hooks; }
#else
static long hooks() { return 1; }
#endif

static std::string caught() {
  try {
    helper();
  } catch (const vendored::Error &e) {
    return e.version == VERSION ? "Error" : "Error of the other";
  } catch (const std::exception &e) {
    return e.what();
  }
  return "nothing";
}

extern "C" int PyInit_fast(void) {
  const std::string what = caught();
  std::unique_ptr<vendored::Shape> shape(new Square());
  bool square = dynamic_cast<Square *>(shape.get()) != nullptr;
  auto shared = std::make_shared<std::map<std::string, int>>();
  (*shared)["x"] = VERSION;
  vendored::Registry<int>::all.push_back(VERSION);
  std::printf("%d: %s caught, counter %d, area %d, square %d, %s, registry %d of %d, %s, hooks %ld, map %d, calls %d\n",
              VERSION, what.c_str(), vendored::counter(), shape->area(), square, vendored::greeting().c_str(),
              (int) vendored::Registry<int>::all.size(), vendored::Registry<int>::count,
              vendored::thread_name.c_str(), hooks(), shared->at("x"), vendored::helper_calls);
  std::fflush(stdout);
  return VERSION;
}

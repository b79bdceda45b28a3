"""Never built."""

print("hello")

"""Says that it is there."""

print("carried")

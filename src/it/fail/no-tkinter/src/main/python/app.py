import window

print(window)

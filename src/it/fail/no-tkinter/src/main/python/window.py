"""Never built: the default Python has no Tk."""

from tkinter import ttk

ttk.Button().pack()

"""Message boxes of other programs, read and closed as a person does it."""

import ctypes
import subprocess
import time
from ctypes import wintypes

user32 = ctypes.WinDLL("user32", use_last_error=True)
kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
user32.FindWindowExW.restype = wintypes.HWND
user32.FindWindowExW.argtypes = [wintypes.HWND, wintypes.HWND, wintypes.LPCWSTR, wintypes.LPCWSTR]
user32.GetWindowThreadProcessId.argtypes = [wintypes.HWND, ctypes.POINTER(wintypes.DWORD)]
user32.GetDlgItem.restype = wintypes.HWND
user32.GetDlgItem.argtypes = [wintypes.HWND, ctypes.c_int]
user32.SendMessageW.argtypes = [wintypes.HWND, wintypes.UINT, ctypes.c_size_t, ctypes.c_wchar_p]
user32.PostMessageW.argtypes = [wintypes.HWND, wintypes.UINT, ctypes.c_size_t, ctypes.c_size_t]

DIALOG = "#32770"
TEXT = 0xFFFF
WM_GETTEXT, WM_CLOSE = 0x0D, 0x10


class StartupInfo(ctypes.Structure):
    _fields_ = [("cb", wintypes.DWORD)] + [(name, wintypes.LPWSTR) for name in ("reserved", "desktop", "title")] + [
        (name, wintypes.DWORD) for name in ("x", "y", "width", "height", "columns", "rows", "fill", "flags")] + [
        ("show", wintypes.WORD), ("more", wintypes.WORD), ("rest", ctypes.c_void_p)] + [
        (name, wintypes.HANDLE) for name in ("input", "output", "error")]


class ProcessInformation(ctypes.Structure):
    _fields_ = [("process", wintypes.HANDLE), ("thread", wintypes.HANDLE),
                ("process_id", wintypes.DWORD), ("thread_id", wintypes.DWORD)]


def box_of(process):
    """The dialog that a process shows."""
    box, owner = None, wintypes.DWORD()
    while box := user32.FindWindowExW(None, box, DIALOG, None):
        user32.GetWindowThreadProcessId(box, ctypes.byref(owner))
        if owner.value == process:
            return box
    return None


def text_of(window):
    content = ctypes.create_unicode_buffer(5000)
    user32.SendMessageW(window, WM_GETTEXT, len(content), content)
    return content.value


def run_detached(program, *arguments):
    """Runs a program that inherits nothing: the title and text of the message box that it shows, if any, and its exit status."""
    startup = StartupInfo(cb=ctypes.sizeof(StartupInfo))
    started = ProcessInformation()
    line = ctypes.create_unicode_buffer(subprocess.list2cmdline([program, *arguments]))
    DETACHED_PROCESS = 8
    if not kernel32.CreateProcessW(program, line, None, None, False, DETACHED_PROCESS, None, None,
                                   ctypes.byref(startup), ctypes.byref(started)):
        raise ctypes.WinError(ctypes.get_last_error())
    process = wintypes.HANDLE(started.process)
    said = None
    last = time.monotonic() + 60
    status = wintypes.DWORD()
    while kernel32.WaitForSingleObject(process, 100) != 0:
        box = box_of(started.process_id)
        if box:
            said = text_of(box), text_of(user32.GetDlgItem(box, TEXT))
            user32.PostMessageW(box, WM_CLOSE, 0, 0)
        if time.monotonic() > last:
            kernel32.TerminateProcess(process, 99)
    kernel32.GetExitCodeProcess(process, ctypes.byref(status))
    return said, status.value

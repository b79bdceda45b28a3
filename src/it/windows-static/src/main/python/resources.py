"""What Windows finds in a program's file."""

import ctypes
import sys
from ctypes import wintypes

kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
version = ctypes.WinDLL("version", use_last_error=True)
user32 = ctypes.WinDLL("user32", use_last_error=True)

for function, result, arguments in (
    (kernel32.GetModuleHandleW, wintypes.HMODULE, [wintypes.LPCWSTR]),
    (kernel32.FindResourceW, wintypes.HANDLE, [wintypes.HMODULE, ctypes.c_void_p, ctypes.c_void_p]),
    (kernel32.SizeofResource, wintypes.DWORD, [wintypes.HMODULE, wintypes.HANDLE]),
    (kernel32.LoadResource, wintypes.HANDLE, [wintypes.HMODULE, wintypes.HANDLE]),
    (kernel32.LockResource, ctypes.c_void_p, [wintypes.HANDLE]),
    (user32.LookupIconIdFromDirectoryEx, ctypes.c_int, [ctypes.c_void_p, wintypes.BOOL, ctypes.c_int, ctypes.c_int, wintypes.UINT]),
):
    function.restype = result
    function.argtypes = arguments

RT_ICON, RT_GROUP_ICON, RT_MANIFEST = 3, 14, 24


def resource(kind, number):
    """The bytes of a resource of the running program."""
    program = kernel32.GetModuleHandleW(None)
    found = kernel32.FindResourceW(program, number, kind)
    if not found:
        return None
    place = kernel32.LockResource(kernel32.LoadResource(program, found))
    return ctypes.string_at(place, kernel32.SizeofResource(program, found))


def icon(size):
    """The image that Windows takes for a size."""
    number = user32.LookupIconIdFromDirectoryEx(resource(RT_GROUP_ICON, 1), True, size, size, 0)
    return resource(RT_ICON, number)


def information(path):
    """The file's version as numbers and flags, and its texts by their names."""
    size = version.GetFileVersionInfoSizeW(path, None)
    data = ctypes.create_string_buffer(size)
    if not version.GetFileVersionInfoW(path, 0, size, data):
        raise ctypes.WinError(ctypes.get_last_error())
    value, length = ctypes.c_void_p(), wintypes.UINT()

    def query(block):
        if not version.VerQueryValueW(data, block, ctypes.byref(value), ctypes.byref(length)):
            return None
        return value.value

    fixed = (wintypes.DWORD * 13).from_address(query("\\"))
    language, page = (wintypes.WORD * 2).from_address(query(r"\VarFileInfo\Translation"))
    texts = {}
    for name in ("CompanyName", "FileDescription", "FileVersion", "InternalName", "LegalCopyright",
                 "OriginalFilename", "ProductName", "ProductVersion", "Comments"):
        address = query(rf"\StringFileInfo\{language:04x}{page:04x}\{name}")
        texts[name] = address and ctypes.wstring_at(address)
    numbers = [fixed[2] >> 16, fixed[2] & 0xFFFF, fixed[3] >> 16, fixed[3] & 0xFFFF]
    return numbers, fixed[7] & fixed[6], texts

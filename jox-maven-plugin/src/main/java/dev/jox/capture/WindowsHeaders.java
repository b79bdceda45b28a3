package dev.jox.capture;

import dev.jox.fetch.Cache;
import dev.jox.model.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Headers of Windows by the names that its documentation has them under: case does not count there, here the files are in lower case.
 * Source of the names: learn.microsoft.com, "Requirements" of functions.
 */
public final class WindowsHeaders {
    private static final List<String> NAMES = List.of(
            "AclAPI",
            "BaseTsd",
            "DbgHelp",
            "Dbghelp",
            "Iphlpapi",
            "IPHlpApi",
            "Lmcons",
            "LMaccess",
            "Mstcpip",
            "MSTcpIP",
            "MSWSock",
            "Mswsock",
            "NtSecAPI",
            "Ntsecapi",
            "ObjBase",
            "Objbase",
            "OleAuto",
            "Pdh",
            "PowrProf",
            "ProcessSnapshot",
            "Psapi",
            "Rpc",
            "SDKDDKVer",
            "Sddl",
            "ShellAPI",
            "Shellapi",
            "ShlObj",
            "Shlobj",
            "Shlwapi",
            "SQLExt",
            "Strsafe",
            "TlHelp32",
            "Tlhelp32",
            "Unknwn",
            "UserEnv",
            "Userenv",
            "Wbemidl",
            "WinBase",
            "Winbase",
            "WinCrypt",
            "Wincrypt",
            "WinDef",
            "Windef",
            "Windows",
            "WinError",
            "WinInet",
            "Wininet",
            "WinIoCtl",
            "Winioctl",
            "WinNls",
            "WinNT",
            "Winnt",
            "WinReg",
            "Winreg",
            "WinSock",
            "WinSock2",
            "Winsock2",
            "WinSvc",
            "Winsvc",
            "WinUser",
            "Winuser",
            "WinVer",
            "Winver",
            "WS2tcpip",
            "Ws2tcpip",
            "WtsApi32",
            "Wtsapi32");

    /**
     * What mingw-w64's winternl.h says beyond Microsoft's. Code that goes beyond it, too, says it itself: by its own words such a header
     * calls these otherwise.
     */
    private static final List<String> BEYOND_WINTERNL = List.of(
            "_KWAIT_REASON",
            "KWAIT_REASON",
            "Executive",
            "FreePage",
            "PageIn",
            "PoolAllocation",
            "DelayExecution",
            "Suspended",
            "UserRequest",
            "WrExecutive",
            "WrFreePage",
            "WrPageIn",
            "WrPoolAllocation",
            "WrDelayExecution",
            "WrSuspended",
            "WrUserRequest",
            "WrEventPair",
            "WrQueue",
            "WrLpcReceive",
            "WrLpcReply",
            "WrVirtualMemory",
            "WrPageOut",
            "WrRendezvous",
            "WrKernel",
            "MaximumWaitReason");

    private WindowsHeaders() {}

    /** The folder of them, for compilers that know headers by their names in lower case. */
    public static Path in(Cache cache) {
        return cache.entry("windows-headers", Sha256.of(String.join(" ", NAMES) + winternl()), folder -> {
            Files.writeString(folder.resolve("winternl.h"), winternl());
            for (String name : NAMES) {
                Files.writeString(folder.resolve(name + ".h"), "#include <" + name.toLowerCase(Locale.ROOT) + ".h>\n");
            }
        });
    }

    private static String winternl() {
        StringBuilder header = new StringBuilder();
        BEYOND_WINTERNL.forEach(name -> header.append("#define " + name + " jox_mingw_" + name + "\n"));
        header.append("#include_next <winternl.h>\n");
        BEYOND_WINTERNL.forEach(name -> header.append("#undef " + name + "\n"));
        return header.toString();
    }
}

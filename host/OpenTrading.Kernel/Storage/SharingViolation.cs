namespace OpenTrading.Kernel.Storage;

/// <summary>Tells a file that another process holds from one that cannot be written for any other reason.</summary>
public static class SharingViolation
{
    // .NET has no type of its own for it; the code is the system's: EWOULDBLOCK of Linux and macOS, ERROR_SHARING_VIOLATION of Windows.
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;
    private const int WindowsSharing = unchecked((int)0x80070020);

    /// <summary>Whether opening failed because another process holds the file.</summary>
    public static bool Is(IOException failure) => failure.HResult is LinuxWouldBlock or MacWouldBlock or WindowsSharing;
}

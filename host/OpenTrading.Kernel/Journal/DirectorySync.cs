using System.Runtime.InteropServices;
using System.Text;

namespace OpenTrading.Kernel.Journal;

/// <summary>Makes the names in a directory durable: a new or renamed file survives a power cut only after this.</summary>
internal static class DirectorySync
{
    /// <exception cref="IOException">The directory cannot be opened or flushed.</exception>
    public static void Flush(string path)
    {
        // Windows journals directory entries itself and offers no flush of them.
        if (OperatingSystem.IsWindows()) return;
        var descriptor = Open([.. Encoding.UTF8.GetBytes(path), 0], 0);
        if (descriptor < 0) throw Failure("opened", path);
        try
        {
            if (Fsync(descriptor) != 0) throw Failure("flushed", path);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failure(string verb, string path) =>
        new($"The directory {path} cannot be {verb}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}.");

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}

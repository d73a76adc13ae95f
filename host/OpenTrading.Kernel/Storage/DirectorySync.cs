using System.Runtime.InteropServices;
using System.Text;

namespace OpenTrading.Kernel.Storage;

/// <summary>Makes a rename durable: on Unix a directory has to be flushed like a file, for which the base library has no call.</summary>
internal static class DirectorySync
{
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const int readOnly = 0;
        int descriptor = Open(Encoding.UTF8.GetBytes(folder + '\0'), readOnly);
        if (descriptor < 0)
        {
            throw new IOException($"{folder}: cannot be opened to flush it (errno {Marshal.GetLastPInvokeError()}).");
        }

        int failed = Sync(descriptor);
        int error = Marshal.GetLastPInvokeError();
        _ = Close(descriptor);

        // Some file systems cannot flush a directory (EINVAL); there the rename is as durable as it gets.
        const int invalid = 22;
        if (failed != 0 && error != invalid)
        {
            throw new IOException($"{folder}: cannot be flushed (errno {error}).");
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}

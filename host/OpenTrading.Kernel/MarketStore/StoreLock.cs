using System.Globalization;
using OpenTrading.Kernel.Storage;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Kernel.MarketStore;

/// <summary>Held by the one process that writes the store. The system frees it when the process ends, however it ends.</summary>
public sealed class StoreLock : IDisposable
{
    private const string LockName = "writer.lock";
    private const string HolderName = "writer";
    private readonly FileStream _lock;

    private StoreLock(FileStream held) => _lock = held;

    /// <exception cref="DataException">Another writer holds the store, or it cannot be written at all.</exception>
    public static StoreLock Take(string folder)
    {
        FileStream? held = null;
        try
        {
            Directory.CreateDirectory(folder);
            held = OpenLock(folder);

            // Who holds it stands in a second file: the locked one cannot be read by others.
            string holder = string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}");
            File.WriteAllText(Path.Combine(folder, HolderName), holder);
            return new StoreLock(held);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            held?.Dispose();
            throw new DataException(
                folder,
                $"the store cannot be written ({failure.Message.TrimEnd('.')})",
                "Free space, or give this user the right to write there.",
                failure);
        }
    }

    public void Dispose() => _lock.Dispose();

    private static FileStream OpenLock(string folder)
    {
        string path = Path.Combine(folder, LockName);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (SharingViolation.Is(taken))
        {
            throw new DataException(folder, $"the store is being written by {Holder(folder)}", "Wait until it has finished, or stop it.", taken);
        }
    }

    private static string Holder(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, HolderName));
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}

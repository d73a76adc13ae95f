using System.Globalization;
using OpenTrading.Kernel.Storage;

namespace OpenTrading.Host.Home;

/// <summary>Says which process runs a host in a home. Held by an open file, so that it ends with the process however that ends.</summary>
internal sealed class HostLock : IDisposable
{
    private static readonly TimeSpan ProbeTime = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    private HostLock(FileStream file) => _file = file;

    /// <summary>Takes the home for this process.</summary>
    /// <exception cref="HomeException">Another host holds it.</exception>
    public static HostLock Take(HomeFolder home)
    {
        string path = PathOf(home);
        try
        {
            FileStream file = OpenAlone(path);
            File.WriteAllText(HolderOf(home), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new HostLock(file);
        }
        catch (IOException e) when (SharingViolation.Is(e))
        {
            throw new HomeException($"{home.Root}: another host, process {Holder(home)}, works in this home; end it with 'opentrading stop', or name another with --home.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HomeException($"{path}: cannot be written ({e.Message}); free space, give this user the folder, or name another with --home.");
        }
    }

    /// <summary>Whether a host holds the home.</summary>
    public static bool IsHeld(HomeFolder home)
    {
        try
        {
            using var file = new FileStream(PathOf(home), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException e)
        {
            return SharingViolation.Is(e);
        }
    }

    /// <summary>Process that took the home last; empty when unknown.</summary>
    public static string Holder(HomeFolder home) => File.Exists(HolderOf(home)) ? File.ReadAllText(HolderOf(home)).Trim() : "";

    public void Dispose() => _file.Dispose();

    // Whoever only looks whether it is held holds it for an instant; that is no host.
    private static FileStream OpenAlone(string path)
    {
        FileStream? file = null;
        return SpinWait.SpinUntil(() => (file = TryOpen()) is not null, ProbeTime) ? file! : Open();

        FileStream Open() => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        FileStream? TryOpen()
        {
            try
            {
                return Open();
            }
            catch (IOException e) when (SharingViolation.Is(e))
            {
                return null;
            }
        }
    }

    private static string PathOf(HomeFolder home) => Path.Combine(home.State, "host.lock");

    // The locked file itself cannot be read by others on every system; who holds it stands beside it.
    private static string HolderOf(HomeFolder home) => Path.Combine(home.State, "host.pid");
}

using System.Net.Sockets;
using System.Security.Cryptography;

namespace OpenTrading.MetaTrader.Links;

/// <summary>A Unix socket that a process left behind when it was killed: its file is there, and nobody answers under it.</summary>
internal static class DeadSocket
{
    /// <summary>Removes one. A socket that somebody listens to stays where it is.</summary>
    /// <param name="path">Its file.</param>
    /// <returns>Whether the path is free now.</returns>
    public static bool TryRemove(string path)
    {
        try
        {
            if (!IsDead(path))
            {
                return !File.Exists(path);
            }

            // Of two that start at once, one may have bound it between look and removal: it is judged again where nobody can bind it, and goes back if it lives.
            string aside = $"{path}.{RandomNumberGenerator.GetHexString(4, lowercase: true)}";
            File.Move(path, aside);
            if (IsDead(aside))
            {
                File.Delete(aside);
                return true;
            }

            File.Move(aside, path);
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's, or somebody else was faster.
            return false;
        }
    }

    private static bool IsDead(string path)
    {
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { Blocking = false };
        try
        {
            probe.Connect(new UnixDomainSocketEndPoint(path));
            return false;
        }
        catch (SocketException e)
        {
            // One that listens and is busy says that it would block.
            return e.SocketErrorCode == SocketError.ConnectionRefused;
        }
    }
}

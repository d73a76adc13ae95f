using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OpenTrading.Host.Diagnosis;

/// <summary>Who listens on which TCP port of this machine.</summary>
internal static class ListeningPorts
{
    private const string ListenState = "0A";

    /// <summary>Whether this process could listen there.</summary>
    public static bool IsFree(IPEndPoint endPoint)
    {
        try
        {
            using var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.ExclusiveAddressUse = true;
            socket.Bind(endPoint);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Process id and name of the listener; null when it cannot be told.</summary>
    public static string? Holder(int port) => OperatingSystem.IsLinux() ? LinuxHolder(port) : null;

    // /proc/net/tcp names the socket's inode; the process that has it open shows it as a link among its descriptors.
    private static string? LinuxHolder(int port)
    {
        HashSet<string> sockets = [.. Inodes("/proc/net/tcp", port).Concat(Inodes("/proc/net/tcp6", port)).Select(inode => $"socket:[{inode}]")];
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out int id) && Opens(folder, sockets))
            {
                return string.Create(CultureInfo.InvariantCulture, $"{id} ({NameOf(id)})");
            }
        }

        return null;
    }

    private static IEnumerable<string> Inodes(string table, int port)
    {
        string suffix = string.Create(CultureInfo.InvariantCulture, $":{port:X4}");
        return !File.Exists(table) ? [] : File.ReadLines(table).Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields.Length > 9 && fields[1].EndsWith(suffix, StringComparison.Ordinal) && fields[3] == ListenState)
            .Select(fields => fields[9]);
    }

    private static bool Opens(string process, HashSet<string> sockets)
    {
        try
        {
            return Directory.EnumerateFiles(Path.Combine(process, "fd"))
                .Any(descriptor => new FileInfo(descriptor).LinkTarget is { } target && sockets.Contains(target));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's process, or one that has just ended.
            return false;
        }
    }

    private static string NameOf(int id)
    {
        try
        {
            using Process process = Process.GetProcessById(id);
            return process.ProcessName;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return "ended";
        }
    }
}

using System.Globalization;
using OpenTrading.Integration.Tests.Program;

namespace OpenTrading.Integration.Tests;

/// <summary>A folder of its own for one test: a copy of the shipped configuration, a home, and whatever files the test writes.</summary>
internal sealed class Workspace : IDisposable
{
    /// <summary>A fresh folder below the system's temporary one.</summary>
    /// <param name="name">Last part of its name; may hold spaces and foreign letters.</param>
    public Workspace(string name = "workspace")
    {
        Folder = Path.Combine(Directory.CreateTempSubdirectory("opentrading-").FullName, name);
        Directory.CreateDirectory(Path.Combine(Folder, "config"));
        foreach (string file in Directory.GetFiles(Path.Combine(ReferenceFiles.RepositoryRoot, "config"), "*.toml"))
        {
            File.Copy(file, Path.Combine(Folder, "config", Path.GetFileName(file)));
        }
    }

    public string Folder { get; }

    public string Home => Path.Combine(Folder, "home");

    /// <summary>Variables of every command.</summary>
    // Tests run side by side: each host listens where the system finds room.
    public Dictionary<string, string> Variables { get; } = new() { ["OPENTRADING__SERVER__REST_LISTEN"] = "127.0.0.1:0", ["OPENTRADING__MCP__LISTEN"] = "127.0.0.1:0", ["OPENTRADING__METATRADER__LISTEN"] = "127.0.0.1:0", ["OPENTRADING__METATRADER__HTTP_LISTEN"] = "none", ["OPENTRADING__METATRADER__PIPE"] = "none" };

    /// <summary>Runs a command in this home, from this folder.</summary>
    public Task<Outcome> RunAsync(params string[] arguments) => HostProgram.RunAsync(HostProgram.File, Folder, ["--home", "home", .. arguments], Variables);

    /// <summary>Starts the host in this home.</summary>
    public RunningHost Start(params string[] arguments) => new(HostProgram.Start(HostProgram.File, Folder, ["--home", "home", "run", .. arguments], Variables));

    /// <summary>Runs commands in this home after a mount that only they see.</summary>
    /// <param name="mount">Shell command that mounts something over <c>home</c>.</param>
    /// <param name="commands">Commands, words parted by blanks.</param>
    /// <returns>What each left, in order.</returns>
    public async Task<Outcome[]> RunMountedAsync(string mount, params string[] commands)
    {
        Directory.CreateDirectory(Home);
        IEnumerable<string> lines = commands.Select((command, i) => $"'{HostProgram.File}' --home home {command} >out{i} 2>err{i}; echo $? >code{i}");
        Outcome shell = await HostProgram.RunAsync("unshare", Folder, [.. MountFactAttribute.Unshare, "sh", "-c", $"set -e; {mount}; set +e\n{string.Join('\n', lines)}"], Variables);
        shell.RequireSuccess();
        return [.. commands.Select((_, i) => new Outcome(int.Parse(Read($"code{i}"), CultureInfo.InvariantCulture), Read($"out{i}"), Read($"err{i}")))];
    }

    /// <summary>Imports a file as EURUSD H1.</summary>
    public Task<Outcome> ImportAsync(string file, params string[] more) => RunAsync(["import", file, "--symbol", "EURUSD", "--timeframe", "H1", .. more]);

    /// <summary>Replays EURUSD H1 with both demonstration strategies.</summary>
    public Task<Outcome> ReplayAsync(params string[] more) =>
        RunAsync(["replay", "--symbol", "EURUSD", "--timeframe", "H1", "--strategy", "sma-rsi-baseline", "--strategy", "volatility-breakout", .. more]);

    /// <summary>Writes a file of this folder, at once: a host that watches it must not meet half of it, however busy the machine is.</summary>
    /// <returns>Its name.</returns>
    public string Write(string name, string content)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string unfinished = path + ".unfinished";
        File.WriteAllText(unfinished, content);
        File.Move(unfinished, path, overwrite: true);
        return name;
    }

    /// <summary>Full path of something in the home.</summary>
    public string InHome(params string[] parts) => Path.Combine([Home, .. parts]);

    /// <summary>Changes one byte of a file in place.</summary>
    public static void Damage(string path, long offset)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Position = offset < 0 ? file.Length + offset : offset;
        int value = file.ReadByte();
        file.Position--;
        file.WriteByte((byte)(value ^ 1));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);

    private string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));
}

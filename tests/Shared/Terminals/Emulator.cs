using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace OpenTrading.Tests.Shared.Terminals;

/// <summary>An emulated terminal with the expert in it, as a process of its own. Its folder keeps broker and expert over restarts.</summary>
internal sealed class Emulator : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly string _program;
    private readonly string _folder;
    private readonly Dictionary<string, string> _inputs;
    private readonly string[] _options;
    private readonly StringBuilder _log = new();
    private readonly SemaphoreSlim _turn = new(1);
    private Process? _process;
    private Socket? _control;
    private StreamReader? _answers;

    private Emulator(string program, string folder, Dictionary<string, string> inputs, string[] options) =>
        (_program, _folder, _inputs, _options) = (program, folder, inputs, options);

    /// <summary>What it printed.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    /// <summary>Starts an MT5 terminal that connects to a host.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="port">Port of the host.</param>
    /// <param name="token">Token of the host.</param>
    /// <param name="options">Options of the emulator.</param>
    public static Task<Emulator> StartAsync(string folder, int port, string token, params string[] options) =>
        StartAsync("mt5", folder, new() { ["HostPort"] = $"{port}", ["HostToken"] = token, ["AllowTrading"] = "true" }, options);

    /// <summary>Starts a terminal.</summary>
    /// <param name="platform">mt5 or mt4.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="inputs">Inputs of its expert.</param>
    /// <param name="options">Options of the emulator.</param>
    public static async Task<Emulator> StartAsync(string platform, string folder, Dictionary<string, string> inputs, params string[] options)
    {
        Directory.CreateDirectory(folder);
        var emulator = new Emulator(await EmulatorBuild.ProgramAsync(platform), folder, inputs, options);
        emulator.Start();
        return emulator;
    }

    /// <summary>Starts it, again after an end, with its folder as it was left.</summary>
    public void Start(params string[] more)
    {
        IEnumerable<string> arguments = ["--files", _folder, "--state", Path.Combine(_folder, "broker"), "--control", Path.Combine(_folder, "control"), .. _options, .. more];
        arguments = arguments.Concat(_inputs.SelectMany(i => (string[])["--input", $"{i.Key}={i.Value}"]));
        var start = new ProcessStartInfo(_program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{_program} did not start.");
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Changes an input; in force from the next start.</summary>
    public void Set(string input, string value) => _inputs[input] = value;

    /// <summary>Sends a command.</summary>
    /// <returns>The answer, which is ok.</returns>
    public async Task<JsonElement> CommandAsync(string command)
    {
        string? line;
        await _turn.WaitAsync();
        try
        {
            if (_control is null)
            {
                await ConnectAsync();
            }

            await _control!.SendAsync(Encoding.UTF8.GetBytes(command + "\n"));
            using var late = new CancellationTokenSource(Patience);
            line = await _answers!.ReadLineAsync(late.Token);
        }
        finally
        {
            _turn.Release();
        }

        JsonElement answer = JsonElement.Parse(line ?? throw new InvalidOperationException($"The emulator ended: {Log}"));
        Assert.True(answer.GetProperty("ok").GetBoolean(), $"{command}: {line}");
        return answer;
    }

    /// <summary>Rows of an answer.</summary>
    public async Task<JsonElement[]> RowsAsync(string command) => [.. (await CommandAsync(command)).GetProperty("rows").EnumerateArray()];

    /// <summary>Repeats a command until told to end, so that a quote stays fresh however long the machine takes.</summary>
    public async Task RepeatAsync(string command, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            await CommandAsync(command);
            await Task.Delay(300, end).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    /// <summary>Whether it runs.</summary>
    public bool IsRunning => _process is { HasExited: false };

    /// <summary>Waits until it ended by itself, as after a fault that kills it.</summary>
    public async Task EndedAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        await _process!.WaitForExitAsync(late.Token);
        Kill();
    }

    /// <summary>Ends it as a power cut would.</summary>
    public void Kill()
    {
        _control?.Dispose();
        (_control, _answers) = (null, null);
        if (_process is { HasExited: false })
        {
            _process.Kill();
        }

        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    public void Dispose() => Kill();

    private void Keep(object sender, DataReceivedEventArgs e)
    {
        lock (_log)
        {
            _log.AppendLine(e.Data);
        }
    }

    private async Task ConnectAsync()
    {
        string path = Path.Combine(_folder, "control");
        long started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(path));
                (_control, _answers) = (socket, new StreamReader(new NetworkStream(socket)));
                return;
            }
            catch (SocketException) when (_process is { HasExited: false } && TimeProvider.System.GetElapsedTime(started) < Patience)
            {
                socket.Dispose();
                await Task.Delay(20);
            }
        }
    }
}

using System.Diagnostics;
using System.Text.Json;
using OpenTrading.Integration.Tests.Program;

namespace OpenTrading.Integration.Tests.Mcp;

/// <summary><c>opentrading mcp</c> as lines in and out, for what no client would send.</summary>
internal sealed class StdioLines : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task<string> _error;

    public StdioLines(Workspace workspace)
    {
        _process = HostProgram.Start(HostProgram.File, workspace.Folder, ["--home", "home", "mcp"], workspace.Variables);
        _error = _process.StandardError.ReadToEndAsync();
    }

    public async Task SendAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Reads on to the answer of a request.</summary>
    /// <exception cref="TimeoutException">None came, or something that is no message.</exception>
    public async Task<string> AnswerToAsync(int id)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            JsonElement message = JsonElement.Parse(line);
            if (message.TryGetProperty("id", out JsonElement own) && own.ValueKind == JsonValueKind.Number && own.TryGetInt32(out int number) && number == id)
            {
                return line;
            }
        }

        throw new TimeoutException($"No answer to {id} came. {(_error.IsCompleted ? await _error : "")}");
    }

    /// <summary>Closes its input and waits for its end.</summary>
    public async Task<Outcome> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        _process.StandardInput.Close();
        string output = await _process.StandardOutput.ReadToEndAsync(patience.Token);
        await _process.WaitForExitAsync(patience.Token);
        return new Outcome(_process.ExitCode, output, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}

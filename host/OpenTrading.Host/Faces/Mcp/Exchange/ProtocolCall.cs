using ModelContextProtocol;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Host.Faces.Mcp.Exchange;

/// <summary>A plugin's resource or prompt answering a client.</summary>
internal sealed class ProtocolCall(Principal caller, IMcpExchange exchange, CancellationToken cancellationToken) : ICallContext, IProgress<JobProgress>
{
    public Principal Caller => caller;

    public Surface Surface => Surface.Mcp;

    public string? IdempotencyKey => null;

    public IProgress<JobProgress> Progress => this;

    public IMcpExchange? Mcp => exchange;

    public CancellationToken CancellationToken => cancellationToken;

    // Reading and rendering are too short to speak of progress.
    public void Report(JobProgress value)
    {
    }

    /// <summary>Runs plugin code. Of its failure the client learns what the plugin declared, and no more.</summary>
    /// <exception cref="McpProtocolException">It refused, failed, or took too long.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> run, string what, TimeSpan patience)
    {
        try
        {
            // On a thread of its own: code that never returns costs that thread and no face.
            return await Task.Run(run, cancellationToken).WaitAsync(patience, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (CapabilityException refusal)
        {
            throw new McpProtocolException($"{refusal.Code.Name()}: {refusal.Message}. {refusal.Remedy}", McpErrorCode.InvalidParams);
        }
#pragma warning disable CA1031 // Whatever a plugin throws, its caller gets an answer and the host goes on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            throw new McpProtocolException(e is TimeoutException ? $"{what} took too long and was given up." : $"The plugin of {what} failed.", McpErrorCode.InternalError);
        }
    }
}

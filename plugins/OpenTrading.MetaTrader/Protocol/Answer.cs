using System.Text.Json;

namespace OpenTrading.MetaTrader.Protocol;

/// <summary>An expert's answer to a request. Whoever asked disposes it.</summary>
/// <param name="message">The message.</param>
internal sealed class Answer(IncomingMessage message) : IDisposable
{
    /// <summary>The object.</summary>
    public JsonElement Body => message.Root;

    /// <summary>Whether it was done.</summary>
    public bool Ok => message.Root.Flag("ok");

    /// <summary>The answer itself where it was done.</summary>
    /// <exception cref="RefusedException">It was not.</exception>
    public Answer Require() => Ok ? this : throw RefusedException.Of(Body);

    public void Dispose() => message.Dispose();
}

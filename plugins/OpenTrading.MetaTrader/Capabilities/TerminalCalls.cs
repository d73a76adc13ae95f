using System.Text.Json;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.MetaTrader.Capabilities;

/// <summary>Asks a terminal on behalf of a caller, and turns what goes wrong into what the caller may know.</summary>
/// <param name="platform">Which kind of terminal.</param>
/// <param name="terminals">The terminals.</param>
internal sealed class TerminalCalls(Platform platform, TerminalSet terminals)
{
    private const string Remedy = "Attach the OpenTrading expert to a chart of the terminal; mt5_status says what the host sees.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The terminal that is asked: the first that connected; null when none is connected.</summary>
    public Terminal? Current => terminals.Connected(platform).FirstOrDefault();

    /// <summary>The terminal that is asked.</summary>
    /// <exception cref="CapabilityException">None is connected.</exception>
    public Terminal Require() => Current ?? throw NotConnected();

    /// <summary>Asks it.</summary>
    /// <typeparam name="T">What is read off the answer.</typeparam>
    /// <exception cref="CapabilityException">It is not connected, refuses, or does not answer.</exception>
    public async Task<T> AskAsync<T>(Terminal terminal, string op, Action<OutgoingMessage>? fill, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        try
        {
            using Answer answer = (await terminal.Require().AskAsync(op, fill, Patience, cancellationToken).ConfigureAwait(false)).Require();
            return read(answer.Body);
        }
        catch (Exception e) when (e is IOException or ProtocolException or RefusedException or TimeoutException)
        {
            throw Refusal(e);
        }
    }

    /// <summary>Asks for all pages of a list.</summary>
    /// <typeparam name="T">A row.</typeparam>
    /// <exception cref="CapabilityException">It is not connected, refuses, or does not answer.</exception>
    public async Task<List<T>> AskAllAsync<T>(
        Terminal terminal, string op, Action<OutgoingMessage>? fill, Func<JsonElement, T> read, int most, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        string cursor = "";
        do
        {
            string at = cursor;
            cursor = await AskAsync(
                terminal,
                op,
                m =>
                {
                    fill?.Invoke(m);
                    m.With("cursor", at);
                },
                answer =>
                {
                    rows.AddRange(answer.Rows().EnumerateArray().Select(read));
                    return answer.TextOr("cursor");
                },
                cancellationToken).ConfigureAwait(false);
        }
        while (cursor.Length > 0 && rows.Count < most);
        return rows;
    }

    /// <summary>What a caller may know of a failure.</summary>
    public CapabilityException Refusal(Exception e) => e switch
    {
        RefusedException { Code: "SYMBOL_UNKNOWN" } refused => new CapabilityException(ErrorCode.SymbolUnknown, refused.Message, "See mt5_list_symbols for what there is."),
        RefusedException { Code: "NOT_SUPPORTED" } refused => new CapabilityException(ErrorCode.NotSupported, refused.Message, "The other kind of terminal may have it."),
        RefusedException refused => new CapabilityException(ErrorCode.DataUnavailable, $"The terminal refused: {refused.Reason}", refused.IsRetryable ? "Try again in a moment." : "Change the request."),
        TimeoutException => new CapabilityException(ErrorCode.NotConnected, "The terminal does not answer", "Try again in a moment; the terminal may be busy."),
        ProtocolException => new CapabilityException(ErrorCode.NotConnected, $"The terminal's answer is broken: {e.Message}", "Install the expert that came with this host."),
        _ => NotConnected(),
    };

    private CapabilityException NotConnected() => new(ErrorCode.NotConnected, platform == Platform.Mt5 ? "MT5 terminal is not connected" : "MT4 terminal is not connected", Remedy);
}

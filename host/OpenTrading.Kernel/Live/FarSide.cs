using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Live;

/// <summary>Questions to a broker on another machine, whose silence is an answer to the caller.</summary>
internal static class FarSide
{
    /// <summary>Asks.</summary>
    /// <exception cref="CapabilityException">NOT_CONNECTED: it cannot be reached, or does not answer.</exception>
    public static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or TimeoutException)
        {
            throw new CapabilityException(ErrorCode.NotConnected, $"The terminal does not answer: {e.Message.TrimEnd('.')}", "See mt5_status, then ask again.");
        }
    }
}

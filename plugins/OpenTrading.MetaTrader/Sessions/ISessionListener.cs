using System.Text.Json;

namespace OpenTrading.MetaTrader.Sessions;

/// <summary>Hears what an expert tells. Called on the link's own turn, one call at a time and in the order of the wire; it must not wait.</summary>
internal interface ISessionListener
{
    /// <summary>An event, in order.</summary>
    /// <param name="type">Kind, such as <c>ticks</c>.</param>
    /// <param name="message">The event; valid during the call.</param>
    void OnEvent(string type, JsonElement message);

    /// <summary>Events are missing.</summary>
    /// <param name="missing">How many.</param>
    void OnGap(long missing);

    /// <summary>A heartbeat was answered.</summary>
    /// <param name="pong">The answer; valid during the call.</param>
    void OnPong(JsonElement pong);
}

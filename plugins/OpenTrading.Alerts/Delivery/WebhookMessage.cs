using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpenTrading.Alerts.Watching;

namespace OpenTrading.Alerts.Delivery;

/// <summary>What is sent of an alert that fired, and the signature that proves where it comes from.</summary>
/// <param name="Body">JSON, UTF-8.</param>
/// <param name="Signature">Value of the header: <c>t=SECONDS,v1=HEX</c>, the HMAC-SHA256 of <c>SECONDS.BODY</c> under the shared secret.</param>
internal sealed record WebhookMessage(byte[] Body, string Signature)
{
    /// <summary>Name of the header that carries the signature.</summary>
    public const string Header = "X-OpenTrading-Signature";

    /// <summary>Fewest characters of a secret.</summary>
    public const int ShortestSecret = 16;

    /// <summary>Writes and signs a message.</summary>
    /// <param name="fired">What fired.</param>
    /// <param name="secret">The shared secret.</param>
    /// <param name="now">The machine's time, which the receiver compares with its own.</param>
    public static WebhookMessage Of(FiredAlert fired, string secret, DateTimeOffset now)
    {
        byte[] body = BodyOf(fired);
        string seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes(seconds + "."), .. body];
        return new WebhookMessage(body, $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}");
    }

    private static byte[] BodyOf(FiredAlert fired)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "alert.fired");
            json.WriteString("alertId", fired.Alert.AlertId);
            json.WriteString("symbol", fired.Alert.Symbol);
            json.WriteString("source", fired.Alert.Source);
            json.WriteString("condition", fired.Alert.InWords);
            json.WriteString("time", fired.Firing.Time);
            json.WriteNumber("price", fired.Firing.Price);
            if (fired.Alert.Note is { } note)
            {
                json.WriteString("note", note);
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}

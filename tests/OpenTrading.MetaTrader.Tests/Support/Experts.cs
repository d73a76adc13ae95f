using System.Globalization;
using System.Text.Json;
using OpenTrading.MetaTrader.Protocol;

namespace OpenTrading.MetaTrader.Tests.Support;

/// <summary>What experts say.</summary>
internal static class Experts
{
    public const string Nonce = "0123456789abcdef0123456789abcdef";

    /// <summary>A hello, with members changed.</summary>
    public static string Hello(params (string Name, object Value)[] changed)
    {
        var members = new Dictionary<string, object>
        {
            ["type"] = "hello",
            ["proto"] = 1,
            ["ea"] = "1.0.0",
            ["platform"] = "mt5",
            ["build"] = 5000,
            ["login"] = 5001234,
            ["server"] = "Broker-Demo",
            ["company"] = "Broker Ltd",
            ["currency"] = "USD",
            ["leverage"] = 100,
            ["margin_mode"] = "hedging",
            ["trade_mode"] = "demo",
            ["utc_offset_s"] = 7200,
            ["tick_fidelity"] = "full",
            ["gates"] = new Dictionary<string, bool> { ["terminal"] = true, ["ea"] = true, ["account"] = true, ["expert"] = true },
            ["latch_level"] = 0,
            ["latch_seq"] = 0,
            ["instance"] = "chart1",
            ["nonce"] = Nonce,
        };
        foreach ((string name, object value) in changed)
        {
            members[name] = value;
        }

        return JsonSerializer.Serialize(members);
    }

    /// <summary>Shakes hands as an expert with a token.</summary>
    /// <returns>What the host answered last.</returns>
    public static async Task<JsonElement?> ShakeAsync(TestLink link, string token, params (string Name, object Value)[] changed)
    {
        await link.SendAsync(Hello(changed));
        if (await link.NextAsync() is not { } challenge || challenge.GetProperty("type").GetString() != "challenge")
        {
            return null;
        }

        string nonce = challenge.GetProperty("nonce").GetString()!;
        await link.SendAsync($"{{\"type\":\"auth\",\"mac\":\"{new TokenProof(token).OfExpert(nonce, Nonce)}\"}}");
        return await link.NextAsync();
    }

    /// <summary>Money of an account as every message that has it carries it.</summary>
    public static string Money(decimal balance) => string.Create(
        CultureInfo.InvariantCulture,
        $"\"balance\":{balance},\"equity\":{balance},\"credit\":0.00,\"profit\":0.00,\"margin\":0.00,\"margin_free\":{balance},\"margin_level\":0.00,\"time\":1767600000000");
}

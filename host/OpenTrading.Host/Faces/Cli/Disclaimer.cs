namespace OpenTrading.Host.Faces.Cli;

/// <summary>What everybody must have read once.</summary>
internal static class Disclaimer
{
    public static readonly string[] Lines =
    [
        "Risk notice. This software is for education and research; it is no financial advice and no offer.",
        "Currencies, metals, indices, shares and crypto assets can lose all the money put into them, and with leverage more than that.",
        "A backtest or a good past says nothing certain about the future. Software has faults, connections break, brokers refuse orders.",
        "You alone answer for what you trade. Use a demo account first, never trade money you cannot lose, and ask a licensed adviser.",
    ];
}

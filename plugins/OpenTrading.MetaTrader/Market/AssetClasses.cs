using OpenTrading.Sdk.Market;

namespace OpenTrading.MetaTrader.Market;

/// <summary>Tells what kind of instrument a symbol is that the host does not know.</summary>
internal static class AssetClasses
{
    private static readonly string[] Metals = ["XAU", "XAG", "XPT", "XPD"];

    private static readonly (string Word, AssetClass Class)[] Groups =
    [
        ("metal", AssetClass.Metal), ("crypto", AssetClass.Crypto), ("ind", AssetClass.Index), ("energ", AssetClass.Energy), ("oil", AssetClass.Energy),
        ("stock", AssetClass.Stock), ("share", AssetClass.Stock), ("forex", AssetClass.Fx), ("fx", AssetClass.Fx),
    ];

    /// <summary>The likeliest class.</summary>
    /// <param name="path">Group of the symbol.</param>
    /// <param name="calcMode">How the terminal computes its profit.</param>
    /// <param name="baseCurrency">What is bought.</param>
    public static AssetClass Guess(string path, string calcMode, string baseCurrency) =>
        Metals.Contains(baseCurrency) ? AssetClass.Metal
        : Groups.FirstOrDefault(g => path.Contains(g.Word, StringComparison.OrdinalIgnoreCase)) is { Word: not null } group ? group.Class
        : calcMode.Contains("stock", StringComparison.OrdinalIgnoreCase) ? AssetClass.Stock
        : calcMode.Contains("cfdindex", StringComparison.OrdinalIgnoreCase) ? AssetClass.Index
        : AssetClass.Fx;
}

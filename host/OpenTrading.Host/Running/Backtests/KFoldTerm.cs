namespace OpenTrading.Host.Running.Backtests;

/// <summary>Folds of a purged, embargoed cross-validation.</summary>
/// <param name="Folds">How many.</param>
/// <param name="Horizon">Bars that a decision reaches ahead.</param>
/// <param name="Embargo">Share of all bars left out after a fold.</param>
internal sealed record KFoldTerm(int Folds, int Horizon, double Embargo)
{
    /// <summary>Reads <c>5/10</c> or <c>5/10/0.01</c>.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static KFoldTerm Parse(string text)
    {
        var whole = new TermSyntax("--k-fold", text, "K/HORIZON/EMBARGO: folds, bars a decision reaches ahead, share left out after a fold, such as 5/10/0.01");
        return text.Split('/') is [{ } folds, { } horizon, .. { Length: <= 1 } rest]
            ? new KFoldTerm(whole.Whole(folds, 2, 1000), whole.Whole(horizon, 0, int.MaxValue), rest is [{ } embargo] ? (double)whole.Number(embargo, 0, 0.99m) : 0)
            : throw whole.Refusal();
    }
}

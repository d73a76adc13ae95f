namespace OpenTrading.Sdk.Data.Quality;

/// <summary>Consecutive bars that all open, move and close at one price.</summary>
/// <param name="From">UTC opening time of the first.</param>
/// <param name="Bars">Their number.</param>
/// <param name="Price">The price.</param>
public sealed record FlatRun(DateTime From, int Bars, double Price);

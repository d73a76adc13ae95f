namespace OpenTrading.Research.Briefs;

/// <summary>What news on a symbol are about.</summary>
/// <param name="Topic">Topic, by its keywords.</param>
/// <param name="Direction"><c>up</c> or <c>down</c>: where the words of its articles point; <c>mixed</c> between, <c>unclear</c> where none counts.</param>
/// <param name="Strength">Share of all articles that speak of it, 0 to 100.</param>
/// <param name="Stance">How they speak of the topic itself, such as <c>hawkish</c>.</param>
/// <param name="Urls">Articles.</param>
public sealed record Driver(string Topic, string Direction, int Strength, string Stance, IReadOnlyList<Uri> Urls);

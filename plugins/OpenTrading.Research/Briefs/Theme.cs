namespace OpenTrading.Research.Briefs;

/// <summary>What news on an economy are about.</summary>
/// <param name="Name">Topic, by its keywords.</param>
/// <param name="Stance">How they speak of it, such as <c>hawkish</c>; <c>mixed</c>, or <c>unclear</c>.</param>
/// <param name="Urls">Articles.</param>
public sealed record Theme(string Name, string Stance, IReadOnlyList<Uri> Urls);

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Title">Heading.</param>
/// <param name="IsText">Whether it reads from the left, as words do.</param>
/// <param name="Hint">What the heading means; null where it says so itself.</param>
internal readonly record struct TableColumn(string Title, bool IsText = false, string? Hint = null);

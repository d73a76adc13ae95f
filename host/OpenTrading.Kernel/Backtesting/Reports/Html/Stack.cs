namespace OpenTrading.Kernel.Backtesting.Reports.Html;

/// <summary>Parts one below the other beside a taller one.</summary>
internal sealed class Stack(params IReportPart[] parts) : IReportPart
{
    public Markup? Render(BacktestReport report)
    {
        Markup[] rendered = [.. parts.Select(p => p.Render(report)).OfType<Markup>()];
        return rendered.Length == 0 ? null : new Markup($"<div class=stack>{Markup.Join(rendered)}</div>");
    }
}

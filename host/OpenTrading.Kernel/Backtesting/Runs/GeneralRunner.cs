using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>Any number of instruments, views and strategies, in strict order of time.</summary>
internal sealed class GeneralRunner : BacktestRunner
{
    private readonly TimeOrder _order;

    public GeneralRunner(BacktestSetup setup)
        : base(setup)
    {
        var rates = new CurrencyConverter(new EngineQuotes(Engine, setup).Of);
        _order = new TimeOrder([.. setup.Markets.Select((_, index) => new MarketRun(Engine, setup, index, rates, Recorder, Fail))]);
    }

    public override (string Strategy, DateTime Bar)? Calling => _order.Calling;

    public override BacktestResult Run(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        _order.Run(() => (Engine.Equity, Engine.Positions.Count > 0), progress, cancellationToken);
        (BarsInMarket, FallbackBars) = (_order.BarsInMarket, _order.FallbackBars);
        return Result(_order.Times, _order.Equity);
    }
}

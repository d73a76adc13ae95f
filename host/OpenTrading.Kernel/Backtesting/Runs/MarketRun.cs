using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>One instrument on the general path: its bars are matched, then its views see theirs.</summary>
internal sealed class MarketRun : IMarketRun
{
    private readonly MatchingEngine _engine;
    private readonly int _index;
    private readonly EngineBook _book;
    private readonly ViewRun[] _views;

    public MarketRun(MatchingEngine engine, BacktestSetup setup, int index, CurrencyConverter rates, RunRecorder recorder, Action<string, DateTime, string> failed)
    {
        (_engine, _index) = (engine, index);
        BacktestMarket market = setup.Markets[index];
        Bars = new RecordedMarket(market, setup.Account.BrokerDay);
        _book = new EngineBook(engine, setup, index, rates, recorder);
        Instrument instrument = market.Setup.Instrument;
        _views =
        [
            .. market.Views.Select(v => new ViewRun(v, instrument, setup.Account.BrokerDay, _book, new Decider(_book, recorder, setup, instrument), failed)),
        ];
    }

    public RecordedMarket Bars { get; }

    public (string Strategy, DateTime Bar)? Calling => _views.Select(v => v.Calling).FirstOrDefault(c => c is not null);

    public void Match(long now)
    {
        Bars.Prices.Run(_engine, _index, now);
        _book.Forget();
    }

    public void Think(long now)
    {
        foreach (ViewRun view in _views)
        {
            view.Run(now);
        }
    }
}

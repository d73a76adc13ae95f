using System.Globalization;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Live;

/// <summary>An account at a broker as the journal tells it: start-up is replay. Fed record by record, in order.</summary>
public sealed class JournaledDesk
{
    private readonly HashSet<long> _deals = [];
    private readonly HashSet<long> _adopted = [];
    private readonly HashSet<long> _positions = [];

    /// <summary>Nothing yet.</summary>
    public JournaledDesk() => Orders.History.WatchesFills = true;

    /// <summary>Its orders.</summary>
    public JournaledOrders Orders { get; } = new();

    /// <summary>Numbers of deals that the journal has.</summary>
    public IReadOnlyCollection<long> Deals => _deals;

    /// <summary>Positions that host orders opened, or that an operator accepted as they are.</summary>
    public IEnumerable<long> KnownPositions => _positions.Concat(_adopted);

    /// <summary>UTC instant of the newest deal; null before the first.</summary>
    public DateTime? NewestDeal { get; private set; }

    /// <summary>Equity at the very first start; 0 before it.</summary>
    public decimal InitialCapital { get; private set; }

    /// <summary>Reference of the last trading day; null before the first.</summary>
    public DayReference? Day { get; private set; }

    /// <summary>Trading state that an operator set last; null when none ever did.</summary>
    public TradingState? Trading { get; private set; }

    /// <summary>Takes one record of this account.</summary>
    public void Apply(JournalRecord record)
    {
        Orders.Apply(record);
        switch (record.Type)
        {
            case "order.fill" or "position.deal":
                _deals.Add(record.Payload.Id("dealId")!.Value);
                NewestDeal = record.Payload.Time("brokerTime");
                if (record.Type == "order.fill")
                {
                    _positions.Add(record.Payload.Id("position")!.Value);
                }

                break;
            case LiveRecords.Adopted:
                _adopted.UnionWith(record.Payload.GetProperty("positions").EnumerateArray().Select(p => long.Parse(p.GetString()!, CultureInfo.InvariantCulture)));
                break;
            case "trading.state":
                Trading = Enum.Parse<TradingState>(record.Payload.Text("state")!);
                break;
            case "day.reference":
                InitialCapital = record.Payload.Decimal("initialCapital")!.Value;
                Day = RiskRecords.Day(record.Payload);
                break;
            default:
                break;
        }
    }
}

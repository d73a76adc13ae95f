using System.Globalization;
using System.Text.Json;
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

    /// <summary>When the host met the account; null before that.</summary>
    public DateTime? KnownSince { get; private set; }

    /// <summary>Equity at the very first start, with what was paid in since; 0 before it.</summary>
    public decimal InitialCapital { get; private set; }

    /// <summary>What was paid in since then.</summary>
    public PaidIn PaidIn { get; private set; }

    /// <summary>Reference of the last trading day, with what was paid in since; null before the first.</summary>
    public DayReference? Day { get; private set; }

    /// <summary>Whether that was taken from a balance that nobody explained.</summary>
    public bool IsDoubtful { get; private set; }

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
                See(record.Payload.Time("brokerTime"));
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
            case "account.connected":
                KnownSince ??= record.Time;
                break;
            case RiskRecords.DayType:
                InitialCapital = record.Payload.Decimal("initialCapital")!.Value;
                Day = RiskRecords.Day(record.Payload);
                IsDoubtful = record.Payload.TryGetProperty("unexplained", out _);
                break;
            case RiskRecords.BookingType:
                Book(record.Payload);
                break;
            default:
                break;
        }
    }

    private void Book(JsonElement booking)
    {
        _deals.Add(booking.Id("dealId")!.Value);
        See(booking.Time("brokerTime"));
        InitialCapital = booking.Decimal("initialCapital")!.Value;
        PaidIn = new PaidIn(booking.Decimal("configured"), booking.Decimal("paidIn")!.Value);
        Day = Day is { } day ? Shifted.Of(day, booking.Decimal("shift")!.Value, booking.Decimal("balance")!.Value) : null;
    }

    private void See(DateTime? deal) => NewestDeal = NewestDeal is { } newest && newest > deal ? newest : deal;
}

using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Sessions.Exits;

/// <summary>
/// Runs the declared exits of positions at the close of every bar. What they lead to are orders in the name of whoever declared them, through gate,
/// journal and router like any other.
/// </summary>
/// <param name="book">What is declared.</param>
/// <param name="broker">The account, to look at.</param>
/// <param name="desk">Where orders go.</param>
/// <threadsafety>Belongs to the session's thread.</threadsafety>
public sealed class ExitDesk(ExitBook book, IBrokerView broker, OrderDesk desk)
{
    private readonly Dictionary<string, Course> _courses = new(StringComparer.Ordinal);

    /// <summary>Raised for every order the desk answered.</summary>
    public event Action<Order>? Ordered;

    /// <summary>Lets it see a bar of the past: ranges and ages are known after a restart as before it.</summary>
    public void Warm(Instrument instrument, in Bar bar) => CourseOf(instrument).See(bar, book.Open);

    /// <summary>Runs a bar that has just closed.</summary>
    /// <param name="instrument">Whose bar.</param>
    /// <param name="bar">The bar.</param>
    /// <param name="close">When it closed, UTC.</param>
    public void OnBar(Instrument instrument, in Bar bar, DateTime close)
    {
        Course course = CourseOf(instrument);
        course.See(bar, book.Open);
        foreach (ManagedExit exit in book.Open.Where(e => e.Symbol == instrument.Symbol).ToArray())
        {
            if (broker.Quote(instrument.Symbol) is not { } quote || broker.Snapshot().Positions.FirstOrDefault(p => p.Ticket == exit.Position) is not { } position)
            {
                continue;
            }

            foreach (OrderIntent intent in ExitRules.Orders(exit, position, instrument, quote, course.Range, course.AgeOf(exit), close))
            {
                // In two steps: an argument is not evaluated where nobody listens.
                Order order = desk.Submit(intent);
                Ordered?.Invoke(order);
            }
        }
    }

    private Course CourseOf(Instrument instrument) =>
        _courses.TryGetValue(instrument.Symbol, out Course? course) ? course : _courses[instrument.Symbol] = new Course(instrument.Symbol);

    // What the bars of an instrument tell: how far they range, and how many have closed since a position was opened.
    private sealed class Course(string symbol)
    {
        private readonly Atr _atr = new();
        private readonly Dictionary<long, int> _ages = [];
        private DateTime _last;

        public double Range => _atr.IsReady ? _atr.Value.Atr : double.NaN;

        public int AgeOf(ManagedExit exit) => _ages.GetValueOrDefault(exit.Position);

        public void See(in Bar bar, IEnumerable<ManagedExit> open)
        {
            if (bar.Time <= _last)
            {
                return;
            }

            _last = bar.Time;
            _atr.Update(bar);
            DateTime time = bar.Time;
            long[] held = [.. open.Where(e => e.Symbol == symbol && e.OpenedAt <= time).Select(e => e.Position)];
            foreach (long gone in _ages.Keys.Except(held).ToArray())
            {
                _ages.Remove(gone);
            }

            foreach (long position in held)
            {
                _ages[position] = _ages.GetValueOrDefault(position) + 1;
            }
        }
    }
}

using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OpenTrading.Benchmarks.Harness;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Plugins.Scripts;
using OpenTrading.Host.Plugins.Scripts.Compilation;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Benchmarks.Scripts;

/// <summary>
/// A script beside the same class in an assembly, each over a million bars, by turns, so that what else the machine does hits both. Nothing but the
/// strategy runs: session, gate and journal would hide what the checks in a script cost.
/// </summary>
internal sealed class ScriptSpeedBenchmark : IBenchmark
{
    private const int Bars = 1_000_000;
    private const int Runs = 21;
    private const int Warm = 3;
    private const double SlowestScript = 1.10;

    // The worst case for the checks: short loops, lambdas and recursion around next to no work.
    private const string Loops = """
        [Strategy("loops")]
        public sealed class Loops(int bars = 20) : Strategy
        {
            private readonly double[] _last = new double[bars];
            private int _at;

            public override void OnBar(StrategyContext context)
            {
                _last[_at++ % bars] = context.Bar.Close;
                double sum = 0;
                for (int i = 0; i < bars; i++)
                {
                    sum += _last[i];
                }

                foreach (double close in _last)
                {
                    sum = Math.Max(sum, close);
                }

                int above = _last.Count(close => close > sum / bars);
                if (above > bars || Depth(3) != 3)
                {
                    context.Buy("never");
                }
            }

            private static int Depth(int left) => left == 0 ? 0 : 1 + Depth(left - 1);
        }
        """;

    public string Name => "script speed";

    public void Run(Report report)
    {
        string shipped = Path.Combine(ReferenceFiles.RepositoryRoot, "strategies");
        Bar[] bars = Walk();
        foreach (string script in (string[])["rsi-reversal", "donchian-breakout", "london-range"])
        {
            Measure(report, script, File.ReadAllText(Path.Combine(shipped, "scripts", script + ".csx")), bars, Limit.AtMost(SlowestScript));
        }

        Measure(report, "volatility-breakout", File.ReadAllText(Path.Combine(shipped, "OpenTrading.Strategies.Classic", "VolatilityBreakout.cs")), bars, Limit.AtMost(SlowestScript));
        Measure(report, "nothing but loops", Loops, bars, asked: null);
    }

    private static void Measure(Report report, string name, string source, Bar[] bars, Limit? asked)
    {
        var sources = new ScriptSources($"{name}.csx", [new ScriptText($"{name}.csx", $"{name}.csx", source)], "");
        var scripts = new List<double>();
        var assemblies = new List<double>();
        var ratios = new List<double>();
        ScriptImage woven = ScriptCompiler.Compile(sources);
        byte[] plain = Plain(source);
        Type script = Load(woven.Assembly);
        Type assembly = Load(plain);
        for (int run = 0; run < Runs; run++)
        {
            // Who goes first changes: the second finds the bars in the processor's cache.
            (double first, double second) = run % 2 == 0 ? (Time(script, bars), Time(assembly, bars)) : (Time(assembly, bars), Time(script, bars));
            if (run >= Warm)
            {
                (double ofScript, double ofAssembly) = run % 2 == 0 ? (first, second) : (second, first);
                scripts.Add(ofScript);
                assemblies.Add(ofAssembly);
                ratios.Add(ofScript / ofAssembly);
            }
        }

        report.Add($"{name}: script, a million bars", "ms", scripts);
        report.Add($"{name}: assembly, a million bars", "ms", assemblies);
        report.Add($"{name}: script / assembly", "ratio", ratios, asked);
    }

    // The compiler and options of a release build, without what is done to a script.
    private static byte[] Plain(string source)
    {
        SyntaxTree[] trees = [CSharpSyntaxTree.ParseText(source, ScriptCompiler.ParseOptions), ScriptPreamble.Tree];
        using var image = new MemoryStream();
        return CSharpCompilation.Create("plain", trees, ScriptReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release))
            .Emit(image).Success ? image.ToArray() : throw new InvalidOperationException("The plain assembly does not compile.");
    }

    private static Type Load(byte[] image)
    {
        using var stream = new MemoryStream(image);
        return new PluginLoadContext("benchmark").LoadFromStream(stream).GetExportedTypes().Single(t => t.IsDefined(typeof(StrategyAttribute)));
    }

    private static double Time(Type type, Bar[] bars)
    {
        ConstructorInfo constructor = type.GetConstructors()[0];
        var strategy = (Strategy)constructor.Invoke([.. constructor.GetParameters().Select(p => p.DefaultValue)]);
        var window = new BarWindow();
        var context = new StrategyContext(new Instrument { Symbol = "EURUSD", Digits = 5, ContractSize = 100_000, BaseCurrency = "EUR", ProfitCurrency = "USD" }, Timeframe.M1, window, new Silence());
        return Lap.Of(() =>
        {
            foreach (ref readonly Bar bar in bars.AsSpan())
            {
                window.Add(bar);
                strategy.OnBar(context);
            }
        }).Wall.TotalMilliseconds;
    }

    private static Bar[] Walk()
    {
        var random = new Random(7);
        var bars = new Bar[Bars];
        double price = 1.1;
        var time = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (int i = 0; i < Bars; i++, time = time.AddMinutes(1))
        {
            double close = price * (1 + (0.0004 * (random.NextDouble() - 0.5)));
            bars[i] = new Bar(time, price, Math.Max(price, close) * 1.0001, Math.Min(price, close) * 0.9999, close);
            price = close;
        }

        return bars;
    }

    private sealed class Silence : IStrategyMarket
    {
        public IReadOnlyList<Position> Positions => [];

        public IReadOnlyList<WorkingOrder> Orders => [];

        public void Emit(Signal signal)
        {
        }

        public void Emit(ManageIntent intent)
        {
        }
    }
}

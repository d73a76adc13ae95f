namespace OpenTrading.Host.Tests.Plugins.Scripts.Compilation;

public sealed class PurityTests : IDisposable
{
    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("System.IO.File.ReadAllText(\"x\");", "System.IO")]
    [InlineData("_ = new System.IO.StringWriter();", "System.IO")]
    [InlineData("var w = (System.IO.TextWriter?)null;", "System.IO")]
    [InlineData("_ = System.Net.WebUtility.HtmlEncode(\"x\");", "System.Net")]
    [InlineData("System.Threading.Thread.Sleep(1);", "System.Threading")]
    [InlineData("System.Threading.Tasks.Task.Run(() => { });", "System.Threading.Tasks")]
    [InlineData("_ = System.Threading.Interlocked.Increment(ref _n);", "System.Threading.Interlocked")]
    [InlineData("_ = new System.Threading.Timer(_ => { });", "System.Threading.Timer")]
    [InlineData("_ = DateTime.Now;", "System.DateTime.Now")]
    [InlineData("_ = DateTime.UtcNow;", "System.DateTime.UtcNow")]
    [InlineData("_ = DateTime.Today;", "System.DateTime.Today")]
    [InlineData("_ = DateTimeOffset.Now;", "System.DateTimeOffset.Now")]
    [InlineData("_ = DateTimeOffset.UtcNow;", "System.DateTimeOffset.UtcNow")]
    [InlineData("_ = TimeProvider.System.GetUtcNow();", "System.TimeProvider.System")]
    [InlineData("_ = context.Now.ToLocalTime();", "System.DateTime.ToLocalTime")]
    [InlineData("_ = TimeZoneInfo.Local;", "System.TimeZoneInfo.Local")]
    [InlineData("_ = new Random();", "System.Random.new()")]
    [InlineData("Random r = new();", "System.Random.new()")]
    [InlineData("_ = Random.Shared.Next();", "System.Random.Shared")]
    [InlineData("_ = Guid.NewGuid();", "System.Guid.NewGuid")]
    [InlineData("Func<Guid> make = Guid.NewGuid;", "System.Guid.NewGuid")]
    [InlineData("_ = typeof(string).GetMethods();", "System.Reflection")]
    [InlineData("var methods = GetType().GetMethods();", "System.Reflection")]
    [InlineData("_ = typeof(X).Assembly;", "System.Reflection")]
    [InlineData("_ = Type.GetType(\"System.IO.File\");", "System.Type.GetType")]
    [InlineData("_ = Activator.CreateInstance<X>();", "System.Activator")]
    [InlineData("((Action)(() => { })).DynamicInvoke();", "System.Delegate.DynamicInvoke")]
    [InlineData("_ = System.Runtime.InteropServices.Marshal.AllocHGlobal(1);", "System.Runtime.InteropServices")]
    [InlineData("_ = System.Runtime.CompilerServices.Unsafe.SizeOf<int>();", "System.Runtime.CompilerServices.Unsafe")]
    [InlineData("System.Runtime.Loader.AssemblyLoadContext.Default.Unload();", "System.Runtime.Loader")]
    [InlineData("Environment.Exit(1);", "System.Environment")]
    [InlineData("_ = AppDomain.CurrentDomain;", "System.AppDomain")]
    [InlineData("GC.Collect();", "System.GC")]
    [InlineData("Console.WriteLine();", "System.Console")]
    [InlineData("System.Diagnostics.Process.Start(\"sh\");", "System.Diagnostics.Process")]
    [InlineData("_ = new System.Net.Http.HttpClient();", "System.Net")]
    [InlineData("System.Diagnostics.Debugger.Break();", "System.Diagnostics.Debugger")]
    [InlineData("var s = System.Diagnostics.Stopwatch.StartNew();", "System.Diagnostics.Stopwatch")]
    [InlineData("System.Globalization.CultureInfo.CurrentCulture = null!;", "System.Globalization.CultureInfo.CurrentCulture")]
    [InlineData("_ = Enumerable.InfiniteSequence(0, 1).Last();", "System.Linq.Enumerable.InfiniteSequence")]
    [InlineData("_ = new OpenTrading.Sdk.Brokers.BrokerRequest();", "OpenTrading.Sdk.Brokers")]
    public void Build_SomethingImpure_IsRefusedByName(string statement, string name)
    {
        string[] errors = _folder.Errors(ScriptFolder.Strategy(statement, "private int _n = 1;"));

        Assert.Contains(errors, e => e.StartsWith("x.csx(3,", StringComparison.Ordinal) && e.Contains("): error OT0010: " + name, StringComparison.Ordinal) && e.Contains(" is not for scripts: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("using F = System.IO.File;", "_ = F.Exists(\"x\");", 1)]
    [InlineData("using static System.Console;", "WriteLine();", 1)]
    [InlineData("using System.IO;", "", 1)]
    [InlineData("using T = (int, System.Threading.Tasks.Task);", "", 1)]
    public void Build_ImpureByAUsing_IsRefusedThere(string head, string statement, int line)
    {
        string[] errors = _folder.Errors(head + "\n" + ScriptFolder.Strategy(statement));

        Assert.Contains(errors, e => e.StartsWith($"x.csx({line},", StringComparison.Ordinal) && e.Contains("error OT0010: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"libc\")] private static extern int getpid();", "OT0010", "OT0011")]
    [InlineData("[System.Runtime.CompilerServices.ModuleInitializer] public static void Init() { }", "OT0010")]
    [InlineData("private async void Wait() { }", "OT0011")]
    [InlineData("private void Each(dynamic d) => d.Run();", "OT0011")]
    [InlineData("private void Each(List<dynamic> d) { }", "OT0011")]
    [InlineData("~X() { }", "OT0011")]
    [InlineData("private void Each() { lock (this) { } }", "OT0011")]
    [InlineData("private unsafe void Each(int* p) { }", "CS0227")]
    [InlineData("private System.Collections.Generic.List<System.IO.Stream>? _list;", "OT0010")]
    [InlineData("private sealed class Mine : System.IO.MemoryStream { }", "OT0010")]
    [InlineData("private readonly DateTime _at = DateTime.UtcNow;", "OT0010")]
    [InlineData("private static readonly int Id = Environment.ProcessId;", "OT0010")]
    [InlineData("private static void Each(int id = 1) { } private const int B = 1; private int C => new Random().Next();", "OT0010")]
    [InlineData("[ThreadStatic] private static int _n;", "OT0010")]
    public void Build_AnImpureMember_IsRefused(string member, params string[] ids)
    {
        string[] errors = _folder.Errors(ScriptFolder.Strategy("", member));

        Assert.All(ids, id => Assert.Contains(errors, e => e.StartsWith("x.csx(4,", StringComparison.Ordinal) && e.Contains($"error {id}: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Build_ImpureInALoadedFile_IsRefusedInThatFile()
    {
        _folder.Write("y.csx", "static class Y\n{\n    public static DateTime Clock() => DateTime.UtcNow;\n}");

        string[] errors = _folder.Errors("#load \"y.csx\"\n" + ScriptFolder.Strategy("_ = Y.Clock();"));

        Assert.Equal(["y.csx(3,48): error OT0010: System.DateTime.UtcNow is not for scripts: a script has no clock, or a replay would differ from the live run; take context.Now or the bar's time."], errors);
    }

    [Fact]
    public void Build_ImpureAndWrong_TellsBoth()
    {
        string[] errors = _folder.Errors(ScriptFolder.Strategy("Console.Beep(); nothing();"));

        Assert.Equal(["OT0010", "CS0103"], errors.Select(e => e.Split(' ')[2].TrimEnd(':')));
    }

    [Theory]
    [InlineData("_ = new System.Xml.XmlDocument();", "CS0234")]
    [InlineData("_ = new System.Net.Sockets.UdpClient();", "CS0234")]
    public void Build_WhatIsNotReferenced_SaysWhatAScriptHas(string statement, string id)
    {
        string[] errors = _folder.Errors(ScriptFolder.Strategy(statement));

        Assert.Contains(errors, e => e.Contains(id, StringComparison.Ordinal) && e.EndsWith("A script has the SDK and the base library's pure part alone.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("context.Buy(nameof(System.IO.File).Length > 0 ? GetType().Name : \"\");", "OT0010")]
    public void Build_ANameInNameof_IsRefusedToo(string statement, string id) => Assert.Contains(id, _folder.Errors(ScriptFolder.Strategy(statement))[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("context.Buy(new Random(7).Next(1, 2).ToString(System.Globalization.CultureInfo.InvariantCulture));", "1")]
    [InlineData("context.Buy(GetType().Name + typeof(X).Name);", "XX")]
    [InlineData("context.Buy($\"{context.Now:HH:mm} {context.Bar.Time.DayOfWeek}\");", "01:00 Monday")]
    [InlineData("var none = System.Threading.CancellationToken.None; context.Buy(none.CanBeCanceled ? \"a\" : \"b\");", "b")]
    [InlineData("Span<int> three = stackalloc int[3]; three.Fill(2); context.Buy(three.Length.ToString());", "3")]
    [InlineData("context.Buy(string.Join(',', new[] { 3, 1, 2 }.Order().Where(n => n > 1)));", "2,3")]
    [InlineData("context.Buy(new System.Text.StringBuilder().Append('a').ToString() + TimeZoneInfo.Utc.Id);", "aUTC")]
    [InlineData("(int a, string b) = (1, \"x\"); List<(int, string)> l = [(a, b)]; context.Buy(l switch { [var (n, t)] => $\"{n}{t}\", _ => \"\" });", "1x")]
    [InlineData("context.Buy(System.Text.RegularExpressions.Regex.Replace(\"a1\", \"[0-9]\", \"b\"));", "ab")]
    [InlineData("context.Buy(new Guid(1, 2, 3, new byte[8]).ToString()[..8] + (System.Numerics.BigInteger.One + 1));", "000000012")]
    [InlineData("DateTime start = new(2024, 1, 1, 8, 0, 0, DateTimeKind.Utc); context.Buy((start - context.Now).TotalHours.ToString());", "7")]
    public void Build_WhatAStrategyNeeds_IsAllowed(string statement, string reason) => Assert.Equal([reason], _folder.Run(statement));
}

using System.CommandLine;
using System.Globalization;
using System.Text;
using OpenTrading.Kernel.Journal;

namespace OpenTrading.Host.Faces.Cli;

/// <summary><c>opentrading audit verify [FILE]</c> and <c>audit show</c></summary>
internal static class AuditCommand
{
    private const long DefaultLimit = 20;

    public static Command Build(CliOptions options)
    {
        var file = new Argument<string?>("file") { Description = "Journal to look at. Default: the home's audit journal.", Arity = ArgumentArity.ZeroOrOne };
        var from = NumberOption.Whole("--from", "First record to report a fault of. Default: 1.", 1, long.MaxValue);
        var verify = new Command("verify", "Check every hash of a journal. Exit code 0: the chain holds; 1: torn tail; 2: broken; 4: unreadable.") { file, from };
        verify.Do(arguments =>
        {
            JournalVerification result = JournalVerifier.Verify(arguments.GetValue(file) ?? options.Home(arguments).Audit, arguments.GetValue(from) ?? 1);
            Terminal terminal = options.Terminal(arguments);
            if (terminal.IsJson)
            {
                Terminal.Document(new
                {
                    verdict = result.Verdict.ToString(),
                    records = result.Records,
                    lastSeq = result.LastSeq,
                    lastHash = result.LastHash,
                    fault = result.Fault is { } f ? new { f.File, f.Line, f.Offset, f.Seq, f.Reason } : null,
                });
            }
            else if (result.Verdict == JournalVerdict.Ok)
            {
                terminal.Line(result.Message);
            }
            else
            {
                Terminal.Error(result.Message);
            }

            return result.ExitCode;
        });

        var shown = new Argument<string?>("file") { Description = "Journal to look at. Default: the home's audit journal.", Arity = ArgumentArity.ZeroOrOne };
        var limit = NumberOption.Whole("--limit", "Newest records to show. Default: 20.", 1, int.MaxValue);
        var type = new Option<string?>("--type") { Description = "Only records of this type, such as order.rejected; a trailing dot takes all below it." };
        var about = new Option<string?>("--about") { Description = "Only records that name this: an order, a request, a position, a client." };
        var show = new Command("show", "Print the newest records of a journal.") { shown, limit, type, about };
        show.Do(arguments =>
        {
            string? kind = arguments.GetValue(type);
            byte[] named = Encoding.UTF8.GetBytes(arguments.GetValue(about) ?? "");
            return Show(
                options.Terminal(arguments),
                Files(arguments.GetValue(shown) ?? options.Home(arguments).Audit),
                arguments.GetValue(limit) ?? DefaultLimit,
                record => IsOf(record, kind) && record.Utf8.Span.IndexOf(named) >= 0);
        });
        return new Command("audit", "The tamper-evident record.") { verify, show };
    }

    private static IReadOnlyList<string> Files(string path) => Directory.Exists(path) ? JournalReader.Files(path) : [path];

    private static bool IsOf(JournalRecord record, string? type) =>
        type is null || record.Type == type || (type.EndsWith('.') && record.Type.StartsWith(type, StringComparison.Ordinal));

    private static int Show(Terminal terminal, IReadOnlyList<string> files, long limit, Predicate<JournalRecord> isAsked)
    {
        var newest = new Queue<JournalRecord>();
        foreach (JournalRecord record in JournalReader.Read(files))
        {
            if (isAsked(record))
            {
                newest.Enqueue(record);
                if (newest.Count > limit)
                {
                    newest.Dequeue();
                }
            }
        }

        if (terminal.IsJson)
        {
            Terminal.Document(new { records = newest.Select(r => new { r.Seq, r.Time, r.Actor, r.Type, r.Payload, r.Hash }) });
            return ExitCodes.Ok;
        }

        foreach (JournalRecord r in newest)
        {
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{r.Seq,7} {r.Time:yyyy-MM-dd HH:mm:ss.fff} {r.Actor,-26} {r.Type,-20} {r.Payload.GetRawText()}"));
        }

        return ExitCodes.Ok;
    }
}

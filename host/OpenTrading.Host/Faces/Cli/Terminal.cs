using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>What a command prints: tables and bars on a terminal, plain lines elsewhere, one JSON document with <c>--json</c>.</summary>
internal sealed class Terminal(bool json)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions LineOptions = new(Options) { WriteIndented = false };

    /// <summary>Whether the answer is one JSON document.</summary>
    public bool IsJson { get; } = json;

    /// <summary>Whether a person watches: colours, tables that fit, a line that is written over.</summary>
    public bool IsRich { get; } = !json && !Console.IsOutputRedirected;

    /// <summary>Prints the document of a <c>--json</c> answer.</summary>
    public static void Document(object document)
    {
        using Stream output = Console.OpenStandardOutput();
        JsonSerializer.Serialize(output, document, Options);
        output.WriteByte((byte)'\n');
    }

    /// <summary>Prints one line of a <c>--json</c> answer that never ends: a document a line.</summary>
    public static void JsonLine(object document) => Console.Out.WriteLine(JsonSerializer.Serialize(document, LineOptions));

    /// <summary>Prints a line for people; nothing with <c>--json</c>.</summary>
    public void Line(string text = "")
    {
        if (!IsJson)
        {
            Console.Out.WriteLine(text);
        }
    }

    /// <summary>Prints an error line. It goes to standard error, whatever the answer's form.</summary>
    public static void Error(string text) => Console.Error.WriteLine(text);

    /// <summary>Names the plugins that could not be loaded. They end nothing, so they are no part of the answer.</summary>
    public static void NotLoaded(IEnumerable<string> faults)
    {
        foreach (string fault in faults)
        {
            Error($"not loaded: {fault}");
        }
    }

    /// <summary>Prints rows under headings.</summary>
    public void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        if (IsJson)
        {
            return;
        }

        if (IsRich)
        {
            var table = new Table().Border(TableBorder.Rounded);
            foreach (string heading in headings)
            {
                table.AddColumn(Markup.Escape(heading));
            }

            foreach (IReadOnlyList<string> row in rows)
            {
                table.AddRow([.. row.Select(Markup.Escape)]);
            }

            AnsiConsole.Write(table);
            return;
        }

        List<IReadOnlyList<string>> lines = [headings, .. rows];
        int[] widths = [.. Enumerable.Range(0, headings.Count).Select(i => lines.Max(l => l[i].Length))];
        foreach (IReadOnlyList<string> line in lines)
        {
            Console.Out.WriteLine(string.Join("  ", line.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
        }
    }

    /// <summary>Runs work under a progress bar, where a person watches.</summary>
    public T Progress<T>(string title, int total, Func<IProgress<int>?, T> work) => IsRich ? WithBar(title, total, work) : work(null);

    // By itself: what calls it does not load the library that draws.
    private static T WithBar<T>(string title, int total, Func<IProgress<int>?, T> work) => AnsiConsole.Progress().AutoClear(true).Start(context =>
    {
        ProgressTask task = context.AddTask(Markup.Escape(title), maxValue: Math.Max(1, total));
        return work(new Bar(task));
    });

    private sealed class Bar(ProgressTask task) : IProgress<int>
    {
        public void Report(int value) => task.Value = value;
    }
}

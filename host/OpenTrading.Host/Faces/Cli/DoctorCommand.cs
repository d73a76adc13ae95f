using System.CommandLine;
using OpenTrading.Host.Diagnosis;

namespace OpenTrading.Host.Faces.Cli;

/// <summary><c>opentrading doctor</c></summary>
internal static class DoctorCommand
{
    public static Command Build(CliOptions options) =>
        new Command("doctor", "Say what is missing on this machine and how to mend it, and which process holds a port.").Do(arguments =>
        {
            Terminal terminal = options.Terminal(arguments);
            List<Finding> findings = [.. Doctor.Examine(options.ConfigFile(arguments), () => options.Home(arguments))];
            if (terminal.IsJson)
            {
                Terminal.Document(new { findings = findings.Select(f => new { f.Subject, severity = f.Severity.ToString(), f.Text, f.Remedy }) });
            }
            else
            {
                terminal.Table(["", "subject", "found", "remedy"], findings.Select(f => (string[])[Mark(f.Severity), f.Subject, f.Text, f.Remedy]));
            }

            return findings.Exists(f => f.Severity == Severity.Fault) ? ExitCodes.Internal : ExitCodes.Ok;
        });

    private static string Mark(Severity severity) => severity switch
    {
        Severity.Ok => "ok",
        Severity.Note => "note",
        _ => "FAULT",
    };
}

using System.CommandLine;
using OpenTrading.Host.Home;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Plugins.Scripts;
using OpenTrading.Host.Running;

namespace OpenTrading.Host.Faces.Cli;

/// <summary><c>opentrading scripts list|check|new</c></summary>
internal static class ScriptsCommand
{
    public static Command Build(CliOptions options)
    {
        var list = new Command("list", "Show every script with what it offers.");
        list.Do(arguments => List(options, arguments));
        var files = new Argument<string[]>("files") { Description = "Scripts to compile; none means every script of the home.", Arity = ArgumentArity.ZeroOrMore };
        var check = new Command("check", "Compile scripts without running them, and print every error with its place.") { files };
        check.Do(arguments => Check(options.Terminal(arguments), options.Home(arguments), arguments.GetValue(files) ?? []));
        var name = new Argument<string>("name") { Description = "Name of the script and of its strategy, such as my-idea." };
        var create = new Command("new", "Write a script to start from into the home.") { name };
        create.Do(arguments => New(options.Terminal(arguments), options.Home(arguments), arguments.GetRequiredValue(name)));
        var compile = new Command("compile-shipped", "Compile the scripts that come with the program; part of its build.") { Hidden = true };
        compile.Do(_ =>
        {
            ShippedScripts.Compile(HostPlugins.ShippedRoots);
            return ExitCodes.Ok;
        });
        return new Command("scripts", "Strategies, rules and capabilities as .csx files.") { list, check, create, compile };
    }

    private static int List(CliOptions options, ParseResult arguments)
    {
        Terminal terminal = options.Terminal(arguments);
        using PluginSet plugins = HostPlugins.Load(options.Configuration(arguments), options.Home(arguments), TimeProvider.System);
        PluginRow[] scripts = [.. plugins.Catalog.Plugins.Where(p => p.File.Kind == PluginKind.Script).Select(PluginRow.Of)];
        if (terminal.IsJson)
        {
            Terminal.Document(new { scripts });
            return ExitCodes.Ok;
        }

        terminal.Table(["script", "state", "offers", "file"], scripts.Select(s => (string[])[s.Id, s.State, s.Offers, s.Path]));
        foreach (PluginRow script in scripts.Where(s => s.Why.Length > 0))
        {
            terminal.Line(script.Fault());
        }

        return ExitCodes.Ok;
    }

    private static int Check(Terminal terminal, HomeFolder home, string[] files)
    {
        var builder = new ScriptBuilder(home.ScriptCache);
        var refused = new List<ScriptException>();
        string[] scripts = files.Length > 0
            ? files
            : [.. HostPlugins.Roots(home).Find().Where(f => f is { Kind: PluginKind.Script, IsShipped: false }).Select(f => f.Path)];
        foreach (string file in scripts)
        {
            try
            {
                builder.Build(ScriptReader.Read(file, Path.GetDirectoryName(Path.GetFullPath(file))!));
            }
            catch (ScriptException e)
            {
                refused.Add(e);
            }
        }

        if (terminal.IsJson)
        {
            Terminal.Document(new { scripts, errors = refused.SelectMany(e => e.Errors) });
        }

        foreach (ScriptException each in refused)
        {
            terminal.Line(each.AllText);
        }

        int errors = refused.Sum(e => e.Total);
        terminal.Line($"{scripts.Length} script{(scripts.Length == 1 ? "" : "s")}, {errors} error{(errors == 1 ? "" : "s")}");
        return errors == 0 ? ExitCodes.Ok : ExitCodes.Validation;
    }

    private static int New(Terminal terminal, HomeFolder home, string name)
    {
        string path = ScriptStarter.Write(PluginRoots.ScriptsIn(home.Strategies), name);
        if (terminal.IsJson)
        {
            Terminal.Document(new { name, path });
        }

        terminal.Line(path);
        terminal.Line($"next: edit it, then 'opentrading replay --symbol EURUSD --timeframe H1 --strategy {name}'; a running host takes it over as you save");
        return ExitCodes.Ok;
    }
}

using System.CommandLine;
using Pga.Application.Demo;

namespace Pga.Web.Cli;

internal static class DemoVerb
{
    public static Command Create()
    {
        var clients = new Option<int>("--clients") { DefaultValueFactory = _ => MakeDemo.DefaultClients, Description = "Aantal verzonnen cliënten." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => MakeDemo.DefaultSeed, Description = "Hetzelfde getal geeft dezelfde gegevens." };
        var verb = new Command("demo", "Vult een lege database met verzonnen dossiers.") { clients, seed };
        verb.SetAction((parsed, ct) => VerbScope.Run((services, token) => Make(services, parsed.GetValue(clients), parsed.GetValue(seed), token), ct));
        return verb;
    }

    public static async Task<int> Make(IServiceProvider services, int clients, int seed, CancellationToken ct)
    {
        var progress = new Progress<int>(stored => Console.Error.WriteLine($"{stored} van {clients} cliënten"));
        var made = await services.Send(new MakeDemo(clients, seed, progress), ct);
        await Console.Error.WriteLineAsync($"Verzonnen: {made.Clients} cliënten, {made.Trajects} trajecten, {made.Contacts} contactmomenten, {made.Staff} medewerkers.");
        return 0;
    }
}

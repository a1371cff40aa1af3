using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;
using Pga.Application;
using Pga.Application.Contacts;
using Pga.Application.Data;
using Pga.Application.Documents;
using Pga.Application.Plans;
using Pga.Application.Rapportage;
using Pga.Application.Staff;
using Pga.Domain.Trajects;
using Pga.Web.Api;
using Pga.Web.Identity;
using Pga.Web.Mail;
using Pga.Web.Pages.Rapportage;
using Pga.Web.Ui;

namespace Pga.Web.Hosting;

/// <summary>The composition: one set of services for the web fronts and for every verb of the command line.</summary>
public static class PgaHost
{
    public static WebApplicationBuilder CreateBuilder(string[] args, string? environment = null)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("nl-NL");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = ContentRoot(),
            EnvironmentName = environment ?? EnvironmentName(),
            ApplicationName = typeof(PgaHost).Assembly.GetName().Name,
        });
        // Results go to stdout and nothing else does.
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        // Finds wwwroot in a build that wasn't published, whatever the environment is called; a published one has no manifest.
        builder.WebHost.UseStaticWebAssets();
        AddServices(builder);
        return builder;
    }

    /// <summary>The order of the web pipeline.</summary>
    public static WebApplication BuildWeb(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.UseMiddleware<SecurityHeaders>();
        app.UseStatusCodePagesWithReExecute("/fout/{0}");
        app.UseMiddleware<Refusals>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<SignedInActor>();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapPgaApi();
        AgendaFeedAddress.Map(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var data = DataFolder.Open(builder.Configuration);
        services.AddPgaApplication(builder.Configuration["Keys:File"] ?? Path.Combine(data, "pga.key"));
        services.AddSingleton(ThresholdsOf(builder.Configuration));
        services.AddSingleton(CutOffOf(builder.Configuration));
        services.AddSingleton(EvaluationTerms.From(name => builder.Configuration[name]));
        services.AddSingleton(LetterheadOf(builder.Configuration));
        services.AddSingleton<FeedPace>();
        services.AddSingleton<IHttpContextFactory, SecretAddress>();
        services.AddSingleton(DocumentsOf(builder.Configuration, data));
        services.AddDbContext<PgaDbContext>(options => Database.Configure(options, builder.Configuration, data));
        services.AddDataProtection()
            .SetApplicationName("pga")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(data, "protection")));

        services.AddIdentityCore<Account>(identity =>
            {
                identity.Password = new PasswordOptions
                {
                    RequiredLength = CommonPasswords.MinLength,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                    RequiredUniqueChars = 5,
                };
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                identity.User.RequireUniqueEmail = true;
            })
            .AddErrorDescriber<DutchIdentityErrors>()
            .AddPasswordValidator<CommonPasswords>()
            .AddEntityFrameworkStores<PgaDbContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, SessionCookie.Configure);
        services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.HeaderName = "X-CSRF-TOKEN";
            antiforgery.Cookie.Name = "pga-csrf";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddRazorPages(pages => pages.Conventions.ConfigureFilter(new AutoValidateAntiforgeryTokenAttribute()))
            .AddMvcOptions(mvc => DutchBinding.Apply(mvc.ModelBindingMessageProvider));
        services.AddSingleton<Theme>();
        services.AddSingleton<EditionMaker>();
        services.AddHostedService(provider => provider.GetRequiredService<EditionMaker>());
        services.AddScoped<Bell>();
        if (MailSettings.Read(builder.Configuration) is { } mail)
        {
            services.AddSingleton(mail);
            services.AddSingleton<DigestSender>();
            services.AddHostedService(provider => provider.GetRequiredService<DigestSender>());
        }

        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddPgaApi();
    }

    // A setting that is no number stops no work on cases: it is refused, as one that is too low, when a rapportage is made.
    private static Thresholds ThresholdsOf(ConfigurationManager configuration)
    {
        return new Thresholds(Of(Audiences.Council), Of(Audiences.Management));

        int Of(string audience) => configuration[$"Rapportage:Thresholds:{audience}"] is { } text
            ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var threshold) ? threshold : 0
            : GetReport.DefaultThreshold;
    }

    private static TriageCutOff CutOffOf(ConfigurationManager configuration) =>
        configuration["Triage:CutOff"] is not { } text ? TriageCutOff.Default
        : TriageCutOff.Parse(text) ?? throw new UsageError($"Setting Triage:CutOff says no moment in the week: '{text}'. Write a day and a time, such as 'Wednesday 12:00'.");

    private static Letterhead LetterheadOf(ConfigurationManager configuration) =>
        new(configuration["Organisation:Name"], configuration.GetSection("Organisation:Address").Get<string[]>());

    // A scanner that can't be read is no scanner: better no start than files that nobody looks at.
    private static DocumentSettings DocumentsOf(ConfigurationManager configuration, string data)
    {
        System.Net.EndPoint? clamAv = null;
        if (configuration["Documents:ClamAv"] is { Length: > 0 } text && !DocumentSettings.TryParseClamAv(text, out clamAv))
            throw new UsageError("Documents:ClamAv is niet te lezen. Vul tcp://host:poort of unix:/pad in.");
        return new DocumentSettings(Path.Combine(data, DocumentSettings.FolderName), clamAv);
    }

    /// <summary>A build that wasn't published is a developer's; the published tool is Production unless told otherwise.</summary>
    private static string? EnvironmentName()
    {
        if (Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") is not null || Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") is not null)
            return null;
#if DEBUG
        return Environments.Development;
#else
        return null;
#endif
    }

    // Configuration and wwwroot lie beside the program; data lies where the user is.
    private static string ContentRoot() => AppContext.BaseDirectory;
}

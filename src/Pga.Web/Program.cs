using Pga.Web.Cli;

return await Verbs.Run(args);

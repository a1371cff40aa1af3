global using NUnit.Framework;
global using System.Net.Http.Json;

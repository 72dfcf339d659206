"""`accord run --http` serves what Slack sends, with the token of the workspace that it comes from."""

from tests.integration.http.served import accord_over_http, address, installation_of, keep, settings_for, workspace


async def test_an_event_is_answered_with_the_workspaces_token(database: str) -> None:
    async with workspace() as ws:
        keep(database, installation_of(ws))
        ana = ws.add_person("ana", "Ana Horvat")
        async with accord_over_http(settings_for(ws.api_url, database)) as accord:
            await ws.delivers_to(address(accord, "/slack/events"))
            await ana.says("hi")
            await ana.sees("help")

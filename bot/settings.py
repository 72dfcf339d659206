"""Every setting, read once, typed. The names are those of the environment and of .env."""

from ipaddress import IPv4Network, IPv6Network
from typing import Annotated

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.domain.evidence import FILE_MB

SLACK = "https://slack.com/api/"
HERE = (IPv4Network("127.0.0.0/8"), IPv6Network("::1/128"))


class Settings(BaseSettings):
    """Tokens have no default: `accord run` and `accord doctor` say what is missing and where to find it."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore")

    slack_bot_token: SecretStr = SecretStr("")
    slack_app_token: SecretStr = SecretStr("")
    slack_api_url: str = SLACK
    slack_signing_secret: SecretStr = SecretStr("")
    """One; or several separated by commas, the new one first, while it is changed."""
    slack_client_id: str = ""
    slack_client_secret: SecretStr = SecretStr("")
    accord_public_url: str = ""
    """Where people and Slack reach `accord run --http`, without a path: https://accord.example.org"""
    accord_http_host: str = "127.0.0.1"
    accord_http_port: int = Field(default=8080, ge=0, le=65535)
    accord_http_proxies: Annotated[tuple[IPv4Network | IPv6Network, ...], NoDecode] = HERE
    """Addresses or networks, separated by commas, that may open any number of connections: where the proxy is."""
    accord_http_drain: float = Field(default=2.0, ge=0, le=60)
    """Seconds from "not ready" to closing the door, in which a proxy notices."""
    accord_keys: SecretStr = SecretStr("")
    """Fernet keys, separated by commas: the first seals the schools' tokens, all of them open."""
    accord_metrics_token: SecretStr = SecretStr("")
    """What a monitoring sends as its bearer token to /metrics; "" where everybody may read it."""
    accord_database_url: str = "sqlite:///var/accord.db"
    accord_files: str = ""
    """The folder where files of students are kept; "" for "files" beside the SQLite file, or var/files. Or
    "s3://bucket/folder", in a store that speaks S3: the next four say where it is, and who asks."""
    accord_files_endpoint: str = ""
    accord_files_region: str = ""
    accord_files_key: SecretStr = SecretStr("")
    accord_files_secret: SecretStr = SecretStr("")
    accord_file_mb: int = Field(default=FILE_MB, ge=1, le=50)
    """How large a file of a student's may be, in MB; a class may say less. Slack's field in a form stops at 10."""
    accord_teachers: Annotated[tuple[str, ...], NoDecode] = ()
    """Slack user ids of people who may teach, besides admins and those whom an admin names. For one school: where there
    are many, their admins name them."""
    openai_api_key: SecretStr = SecretStr("")
    openai_base_url: str = ""
    """Any server that speaks the OpenAI protocol; "" for OpenAI's own."""
    accord_llm_model: str = ""
    """Drafts by a language model are off unless this, and a key or a server, is set."""
    accord_llm_daily_calls: int = Field(default=200, ge=0)
    """For each workspace, from midnight to midnight UTC."""
    accord_llm_timeout: float = Field(default=30.0, gt=0, le=240)
    """Seconds for everything that is asked about one feedback; an errand's lease is longer."""
    accord_llm_replies: bool = False
    """Whether the model may read what students say at check-ins, of those who allow it, to suggest replies."""
    accord_metrics_port: int = Field(default=0, ge=0, le=65535)
    """Where `accord run` offers its numbers to this machine's monitoring; 0: nowhere."""
    accord_log_level: str = Field(default="INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$")

    @property
    def model_configured(self) -> bool:
        return bool(self.accord_llm_model and (self.openai_api_key.get_secret_value() or self.openai_base_url))

    @property
    def model_suggests_replies(self) -> bool:
        return self.model_configured and self.accord_llm_replies

    @field_validator("slack_bot_token", "slack_app_token", "openai_api_key")
    @classmethod
    def _can_be_sent(cls, given: SecretStr) -> SecretStr:
        """It goes into a line of HTTP's head. The message does not repeat it."""
        token = given.get_secret_value().strip()
        if not all("!" <= char <= "~" for char in token):
            raise ValueError("holds a character that no token has; please copy it again, on one line")
        return SecretStr(token)

    @field_validator("openai_base_url", "accord_public_url", "accord_files_endpoint")
    @classmethod
    def _is_an_address(cls, url: str) -> str:
        if url and not url.startswith(("http://", "https://")):
            raise ValueError("must begin with http:// or https://")
        return url

    @field_validator("slack_api_url")
    @classmethod
    def _ends_with_a_slash(cls, url: str) -> str:
        if not url.startswith(("http://", "https://")):
            raise ValueError("must begin with http:// or https://")
        return url if url.endswith("/") else f"{url}/"

    @field_validator("slack_signing_secret")
    @classmethod
    def _holds_one(cls, given: SecretStr) -> SecretStr:
        if given.get_secret_value() and not _listed(given):
            raise ValueError("must hold a secret")
        return given

    @property
    def signing_secrets(self) -> list[str]:
        """Whatever one of them has signed is Slack's."""
        return _listed(self.slack_signing_secret)

    @property
    def keys(self) -> list[str]:
        return _listed(self.accord_keys)

    @property
    def public_url(self) -> str:
        """Without a slash at its end."""
        return self.accord_public_url.rstrip("/")

    @field_validator("accord_teachers", "accord_http_proxies", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.replace(";", ",").split(",") if part.strip())
        return value


def _listed(given: SecretStr) -> list[str]:
    return [part.strip() for part in given.get_secret_value().split(",") if part.strip()]

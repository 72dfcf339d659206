# Las fechas de una persona, en un archivo que su calendario lee.
dates-file = Aquí tienes un archivo con { $count ->
    [one] tu próxima fecha, tal como está prevista
   *[other] tus próximas { $count } fechas, tal como están previstas
  } ahora. Ábrelo para { $count ->
    [one] añadirla
   *[other] añadirlas
  } a tu calendario. Si algo cambia, pide otro.
dates-file-none-ahead = No hay nada previsto para ti en este momento. Abre este archivo para quitar de tu calendario lo que ya no viene.
dates-talk = Abre este archivo para añadir la charla a tu calendario.
dates-none = No hay ningún seguimiento, fecha límite ni charla previstos para ti en este momento. No tienes que hacer nada.
dates-in-words = No puedo darte un archivo en este espacio de trabajo de Slack. Estas son tus próximas fechas:
dates-line = { $when } · { $what }
dates-more = { $count ->
    [one] Hay una fecha más adelante.
   *[other] Hay { $count } fechas más adelante.
  }
dates-file-title = Tus fechas
dates-talk-title = Tu charla
dates-title-check-in = Seguimiento ({ $classroom })
dates-title-due = Fecha límite ({ $classroom })
dates-title-last-day = Último día del contrato ({ $classroom })
dates-title-contracts-end = { $count ->
    [one] Termina un contrato ({ $classroom })
   *[other] Terminan { $count } contratos ({ $classroom })
  }
dates-title-talk = Charla con { $name } ({ $classroom })
dates-file-button = Archivo de fechas
